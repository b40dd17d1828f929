import { oneLine } from './wording.ts';
import type { WrittenMoment } from './written-dates.ts';

/** Reading the lines a newsroom puts around an article: who wrote it, who edited it, where it comes from. Both Chinese scripts. */

const sourceLabel =
  /(?:文章|新闻|新聞|信息|消息|稿件|本文|图文|資料)?(?:来源|來源|稿源|出处|出處|转载自|轉載自|转自|轉自)\s*(?:于|於|自)?\s*[:：]\s*|^\s*(?:来源|來源)\s+/;
const englishSource = /\b(?:Source|Via)\s*[:：]\s*/;

/** Words that end a name in a dateline: the next label, or a control of the page. */
const nextLabel =
  /\s*(?:[|｜丨│·]|作者|记者|記者|文字|摄影|攝影|责任编辑|責任編輯|责编|責編|编辑|編輯|编审|校对|校對|字号|字號|字体|字體|评论|評論|举报|舉報|分享|阅读|閱讀|浏览|瀏覽|点击|點擊|查看|打印|列印|收藏|发布|發布|時間|时间|日期|原标题|关键词|标签|我要|参与|已有|微信|微博|扫一扫|转发|進入|进入|关注|纠错|下载|訂閱|订阅|责任|人气|热度|次|\d{4}[-年/]|（|\(责)/;

/** The name after a 来源 label in a line; null without one. */
export function sourceIn(text: string): string | null {
  const match = sourceLabel.exec(text) ?? englishSource.exec(text);
  if (!match) return null;
  return sourceName(text.slice(match.index + match[0].length));
}

/** The first name of a text: up to white space or the next label. */
export function sourceName(text: string): string | null {
  const trimmed = text.trim().replace(/^[《“"'\s]+(?=[^》”"']*$)/, '');
  const label = nextLabel.exec(trimmed);
  const upToLabel = label && label.index > 0 ? trimmed.slice(0, label.index) : label ? '' : trimmed;
  // Western names hold spaces; Chinese ones end at them.
  const name =
    /^[\p{Script=Latin}\d]/u.test(upToLabel) && !/\p{Script=Han}/u.test(upToLabel)
      ? upToLabel
      : (upToLabel.split(/[\s\u3000]+/)[0] ?? '');
  const tidy = oneLine(
    name.replace(/[,，;；。、:：)）>\]】|》]+$/u, (end) =>
      end.startsWith(']') || end.startsWith('】') ? (end[0] ?? '') : '',
    ),
  ).replace(/^《([^》]*)$/, '$1');
  return tidy.length > 0 && tidy.length <= 40 && /\p{L}/u.test(tidy) && !isControl(tidy) ? tidy : null;
}

const isControl = (text: string) =>
  /^(?:首页|首頁|正文|新闻|新聞|资讯|返回|评论|評論|分享|打印|关闭|字号|网络|未知|佚名|大|中|小|A-|A\+?|原创|本站|admin|作者|来源|編輯|编辑|播报|阅读|\d.*)$/i.test(
    text,
  );

/** A source without a label: the one name right after the moment of a dateline, `2023-06-07 15:25 中工網`. */
export function sourceAfter(text: string, moment: WrittenMoment): string | null {
  const rest = text.slice(moment.end).replace(/^[\s\u3000·|｜丨/—-]+/, '');
  if (rest === '' || /[:：]/.test(rest.slice(0, 8)) || /[。！？，]/.test(rest)) return null;
  const name = sourceName(rest);
  return name && /\p{Script=Han}/u.test(name) && name.length <= 20 ? name : null;
}

const authorLabel =
  /(?:作\s?者|撰文|撰稿|执笔|執筆|文字|记者|記者|通讯员|通訊員|特约记者|評論員|评论员)\s*[:：]\s*|(?:^|\s)文\s*[/／|｜丨:：]\s*/;

/** Names after a 作者 or 记者 label with a colon, or `文/`. */
export function authorsIn(text: string): string[] {
  const match = authorLabel.exec(text);
  if (match) return namesOf(text.slice(match.index + match[0].length), text[match.index + match[0].length - 1] === ' ');
  const english =
    /^\s*By[:\s]\s*(\p{Lu}[^|•·\n]{2,80}?)(?:\s*[|•·]|\s+(?:for|on|in|at|updated|published)\b|\s+\d|$)/u.exec(text);
  return english?.[1]
    ? english[1]
        .split(/\s*(?:,|&|\band\b)\s*/)
        .map(oneLine)
        .filter((name) => /^\p{Lu}[\p{L}'.’ -]{2,40}$/u.test(name))
    : [];
}

const signature =
  /^[（(【[]?\s*(?:[\p{Script=Han}A-Za-z·]{0,16}?(?:报|報|社|网|網|台|臺|刊|讯|訊|新闻|新聞|视频|融媒体|全媒体|全媒體|客户端|首席|见习|实习|本报|特约)[\p{Script=Han}]{0,6}?)?(?:记者|記者|通讯员|通訊員|作者|实习生|撰文|评论员)\s*[:：]?\s*([\p{Script=Han}·A-Za-z、，,\s]{2,60})[）)】\]]?$/u;

/** Names of a line that is nothing but a signature: `（本报记者 王小明 李雷）`, `新京报记者 某某`. */
export function signatureIn(text: string): string[] {
  if (text.length > 60 || /[。！？；]/.test(text)) return [];
  const match = signature.exec(text.trim());
  return match?.[1] ? namesOf(match[1], true) : [];
}

const reporter = /[（(【][^（()）【】。]{0,20}?(?:记者|記者|通讯员|通訊員)\s*[:：]?\s*([^（()）【】。]{2,40})[）)】]/;

/** Names in `（本报记者 某某）` or `【文/某网专栏作者 某某】` somewhere in a paragraph. */
export function reporterIn(paragraph: string): string[] {
  const match =
    reporter.exec(paragraph) ??
    /[（(【]\s*文\s*[/／]\s*(?:[^（()）【】]{0,20}\s)?([^（()）【】\s]{2,12})[）)】]/.exec(paragraph);
  return match?.[1] ? namesOf(match[1], true) : [];
}

function namesOf(text: string, isList: boolean): string[] {
  const names: string[] = [];
  for (const part of text.split(/[\s\u3000、，,;；/／&]+/)) {
    const label =
      /^(?:通讯员|通訊員|记者|記者|实习生|实习记者|文|图|摄|报道|編輯|编辑|责编|来源|校对|摄影|攝影|发自|通讯|特约)/.exec(
        part,
      );
    if (label) {
      if (/^(?:通讯员|通訊員|记者|記者|实习)/.test(part) && isList) continue;
      break;
    }
    const name = part.replace(/[（(【].*$/, '').replace(/[）)】\]|｜丨：:。.]+$/, '');
    if (/^[\p{Script=Han}·]{2,6}$/u.test(name) || /^[\p{Script=Latin}][\p{L}'.-]{1,30}$/u.test(name)) names.push(name);
    else if (name !== '') break;
    if (names.length >= 8) break;
  }
  // A Latin name is written with spaces: its parts belong together.
  return names.every((name) => /^\p{Script=Latin}/u.test(name)) && names.length > 0 ? [names.join(' ')] : names;
}
