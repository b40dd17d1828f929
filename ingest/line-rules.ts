import type { Dropped } from '../article/draft.ts';

/** Lines that stand around an article's text and are none of it, told by their wording. Both Chinese scripts, and English. */

type Rule = Dropped['rule'];

/** Longest line, in characters, a rule is allowed to take: what is longer is a paragraph that happens to begin like that. */
type LineRule = { rule: Rule; longest: number; pattern: RegExp };

const anywhere: LineRule[] = [
  {
    rule: 'boilerplate.editor-credit',
    longest: 80,
    pattern:
      /^[（(【[]?\s*(?:本文|本期|本版|文章|执行|值班|实习|见习|新媒体|图片|网络|稿件)?(?:责任编辑|責任編輯|责任编缉|责编|責編|编辑|編輯|编审|审核|校对|校對|值班编委|审读|终审|初审|复审|主编|排版|监制|審核|編審|Editor|Edited by)\s*(?:[:：丨|｜/／]|\s(?=[\p{Script=Han}·]{2,4}(?:\s|$)))/iu,
  },
  { rule: 'boilerplate.original-title', longest: 120, pattern: /^[（(【[]?\s*原(?:标题|標題|题目|题|文标题)\s*[:：]/ },
  {
    rule: 'boilerplate.source',
    longest: 50,
    pattern:
      /^[（(【[]?\s*(?:本文|文章|稿件|新闻|信息|内容|资料|消息|图文)?(?:来源|來源|稿源|出处|出處|转载自|转自|轉自)\s*(?:于|自)?\s*[:：]/,
  },
  {
    rule: 'boilerplate.tags',
    longest: 200,
    pattern:
      /^(?:本文)?(?:标签|標簽|標籤|关键词|关键字|關鍵詞|關鍵字|TAGS?|Keywords|Filed under|Topics)\s*(?:[:：]|$)/i,
  },
  {
    rule: 'boilerplate.share',
    longest: 60,
    pattern:
      /^(?:分享(?:到|至|让更多人看到)?|转发(?:到|至)?|一键分享|微信(?:扫|分享)|扫一扫|掃一掃|扫描(?:下方)?二维码|掃描|长按(?:识别|图片)?|用微信|打开微信|點擊分享|Share (?:this|on)|Follow us|Sign up)/i,
  },
  {
    rule: 'boilerplate.controls',
    longest: 40,
    pattern:
      /^(?:字号|字號|字体|字體|打印|列印|纠错|糾錯|举报|舉報|收藏|点赞|打赏|赞赏|赞|踩|返回(?:首页|顶部|列表)?|关闭(?:窗口)?|上一[页篇]|下一[页篇]|点击(?:查看|进入|加载|下载|阅读|放大)|查看(?:更多|全文|原文|大图)|阅读(?:全文|原文)|展开(?:全文)?|收起|我要评论|发表评论|參與評論|参与(?:讨论|评论)|\d*条?评论|\d+人参与|\d+跟贴|Advertisement|广告|廣告|Skip to|Print|Subscribe|Loading)(?:\s|[:：>》（(|]|$)/i,
  },
  {
    rule: 'boilerplate.breadcrumb',
    longest: 100,
    pattern:
      /^(?:您|你)?(?:现在|現在|当前|當前|目前|所在)?(?:的)?(?:位置|所在位置|位于)\s*(?:是|为)?\s*[:：]|^(?:网站|網站)?(?:首页|首頁|Home)\s*[>›»＞→/-]{1,2}\s*\S/i,
  },
];

const atTheEnd: LineRule[] = [
  {
    rule: 'boilerplate.disclaimer',
    longest: 400,
    pattern:
      /^[（(【[*※＊]?\s*(?:免责(?:声明|申明)|免責聲明|版权(?:声明|说明|所有|归)|版權|特别(?:声明|提示|说明)|郑重声明|严正声明|声明|聲明|风险提示|温馨提示|投资有风险|本文(?:仅|僅|仅代表|系|内容|版权|转载|不代表|不构成|观点|由|来自|为.{0,10}(?:作者|原创|独家))|以上(?:内容|信息|观点|文章)|文章(?:仅代表|版权|内容|观点)|未经(?:授权|许可|书面|本)|转载(?:请|须|需|或)|轉載|如需转载|图片(?:来自|来源|源于|均来自)|部分(?:图片|内容)|本(?:网|站|平台|号|公众号)(?:站)?(?:注明|声明|转载|所有|凡)|凡(?:本|注明|来源)|侵权|如有侵权|内容来源|Copyright|©|All rights reserved|Disclaimer)/i,
  },
  {
    rule: 'boilerplate.follow',
    longest: 120,
    pattern:
      /(?:关注|關注|订阅|搜索|添加|下载|加入).{0,24}(?:公众号|微信号|公眾號|微信|微博|头条号|客户端|APP|小程序|粉丝群|交流群)|(?:二维码|二維碼).{0,16}(?:关注|下载|加)|^(?:更多(?:精彩|新闻|资讯|内容|详情)|欢迎(?:关注|投稿|转发|留言|扫码)|新闻热线|爆料(?:热线|电话)|投稿邮箱|联系(?:我们|电话|邮箱)|商务合作|广告合作|举报电话|热线电话)/i,
  },
  { rule: 'boilerplate.end', longest: 20, pattern: /^[-—=·•*\s]*(?:THE\s*END|END|全文完|正文结束)[-—=·•*\s]*$/i },
];

const relatedHead =
  /^[【[<《「\s■◆●▲▼→>#*]*(?:相关(?:阅读|新闻|报道|链接|文章|专题|推荐|资讯|稿件|内容|视频|评论|话题|搜索|标签)|相關(?:閱讀|新聞|報道|報導|連結|文章)|延伸(?:阅读|閱讀)|拓展阅读|推荐(?:阅读|新闻|文章|视频)|推薦閱讀|热门(?:推荐|新闻|文章|评论|搜索)|熱門(?:新聞|文章)|猜你喜欢|大家都在(?:看|搜)|更多(?:新闻|精彩|相关|文章|推荐|内容)|精彩(?:推荐|推薦|图片|图集|回顾|内容)|往期(?:回顾|推荐|精选|内容)|為您推薦|为您推荐|为你推荐|编辑(?:推荐|精选)|今日(?:热点|推荐|头条)|最新(?:新闻|文章|资讯|评论)|新闻排行|(?:阅读|点击|热点|一周)排行|网友评论|最新评论|精选留言|Related(?:\s\w+)?|Read (?:more|next)|More (?:from|on|stories)|You (?:may|might) also (?:like|enjoy)|Recommended|Most (?:read|popular|viewed)|Trending|Comments)[】\]>》」\s:：>…\d条]*$/i;

/** Why a line is no part of the article wherever it stands; null when it may be. */
export const furnitureLine = (text: string): Rule | null => ruleOf(anywhere, text);

/** Why a line is no part of the article when it closes it. */
export const closingLine = (text: string): Rule | null => ruleOf(anywhere, text) ?? ruleOf(atTheEnd, text);

/** Whether a line heads a list of other articles. */
export const isRelatedHead = (text: string): boolean => text.length <= 30 && relatedHead.test(text.trim());

function ruleOf(rules: LineRule[], text: string): Rule | null {
  const line = text.trim();
  for (const { rule, longest, pattern } of rules) if (line.length <= longest && pattern.test(line)) return rule;
  return null;
}

/** The words of a breadcrumb line: `您的位置: 首页 > 新闻 > 正文` is [新闻]. */
export function breadcrumbWords(text: string): string[] {
  return text
    .replace(/^.*?(?:位置|位于|现在位置)\s*(?:是|为)?\s*[:：]/, '')
    .split(/\s*(?:[>›»＞→]+|\s[-/]\s)\s*/)
    .map((word) => word.trim())
    .filter(
      (word) =>
        word !== '' &&
        word.length <= 20 &&
        !/首[页頁]$|^正文|^(?:主页|内容|详情|Home|文章正文|新闻正文|浏览文章|查看)$/i.test(word),
    )
    .slice(0, 6);
}

/** The tags of a tags line: `标签：甲 乙,丙`. */
export function tagWords(text: string): string[] {
  const list = text.replace(
    /^.*?(?:标签|標簽|標籤|关键词|关键字|關鍵詞|關鍵字|TAGS?|Keywords|Topics)\s*[:：]?\s*/i,
    '',
  );
  return [
    ...new Set(list.split(/[\s\u3000,，、;；|/#]+/).filter((word) => word.length > 1 && word.length <= 20)),
  ].slice(0, 20);
}
