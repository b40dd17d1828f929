/** Hijacked pages, written for these tests: an article of ours in the shapes that injected matter takes. */

export const headline = '桐江二桥今晨合龙';
export const paragraphs: readonly string[] = [
  '今晨六点十分，桐江二桥最后一段钢箱梁吊装到位，两岸的施工队在桥中间握了手，江面上的拖轮一起鸣笛。',
  '桥长一千三百二十米，主跨四百六十米，是桐江上第一座全焊接的钢箱梁斜拉桥。工程从前年三月开工，比原定工期提前了四十一天。',
  '“夜里的温差小，钢梁不会胀缩，所以合龙都选在凌晨。”总工程师顾明岚说，最后的缝隙只有两毫米。',
  '桥面铺装将在明年三月开始，六月以前通车试运行。到那时，江北的居民过江不用再绕行十二公里。',
];
const traditional: readonly string[] = [
  '今晨六點十分，桐江二橋最後一段鋼箱梁吊裝到位，兩岸的施工隊在橋中間握了手，江面上的拖輪一起鳴笛。',
  '橋長一千三百二十米，主跨四百六十米，是桐江上第一座全焊接的鋼箱梁斜拉橋。工程從前年三月開工，比原定工期提前了四十一天。',
  '「夜裡的溫差小，鋼梁不會脹縮，所以合龍都選在凌晨。」總工程師顧明嵐說，最後的縫隙只有兩毫米。',
  '橋面鋪裝將在明年三月開始，六月以前通車試運行。到那時，江北的居民過江不用再繞行十二公里。',
];

const bets = [
  '金狮娱乐城注册送彩金',
  '金狮娱乐城手机版下载',
  '金狮真人百家乐平台',
  '真人百家乐手机下载',
  '老虎机平台注册送彩金',
  '老虎机娱乐平台下载',
  '捕鱼娱乐城真人平台',
  '彩金娱乐手机版注册',
  '真人娱乐城平台网址',
  '百家乐网址手机版大全',
  '金狮平台网址大全',
  '老虎机彩金真人注册',
];
const films = [
  '韩剧完整版在线观看',
  '动漫完整版免费观看',
  '高清韩剧免费在线播放',
  '免费高清动漫在线',
  '在线播放完整版韩国',
  '韩国高清免费播放器',
  '动漫在线观看高清国语',
  '国语韩剧免费完整版',
  '免费在线播放国语高清',
  '高清完整版动漫播放',
];
const counties = [
  '安桥县',
  '临湾市',
  '北浦区',
  '石塘县',
  '西岭市',
  '河口旗',
  '平川县',
  '大鹤市',
  '云坪县',
  '青垭市',
  '林北区',
  '柳沟县',
  '沙坪市',
  '南渡县',
  '东陵市',
  '井头县',
];

const page = (fields: {
  title?: string;
  head?: string;
  start?: string;
  middle?: string;
  end?: string;
  body?: readonly string[];
  heading?: string;
}): string => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${fields.title ?? `${headline}_望潮日报网`}</title>${fields.head ?? ''}</head><body>${fields.start ?? ''}
<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a> <a href="/sport">体育</a></div><h1>${fields.heading ?? headline}</h1><div class="info">2026-11-20 08:30 来源：望潮日报</div>
<div class="content">${(fields.body ?? paragraphs).map((text, index) => `<p>${text}</p>${index === 1 ? (fields.middle ?? '') : ''}`).join('\n')}</div>
<div class="footer">关于我们 | 联系我们 | 版权声明<br>Copyright 望潮日报网 版权所有</div>${fields.end ?? ''}</body></html>`;

const anchors = (phrases: readonly string[], separator: string, host = true) =>
  phrases
    .map((phrase, index) => `<a href="${host ? `http://x${index % 5}.example` : ''}/${index}.html">${phrase}</a>`)
    .join(separator);
const text = (...parts: (readonly string[])[]) => parts.map((part) => part.join('\n')).join('\n\n');
const top = [headline, '2026-11-20 08:30 望潮日报'];

export type Hijack = { shape: string; format: 'html' | 'text'; document: string; spam: readonly string[] };

export const hijacks: readonly Hijack[] = [
  {
    shape: 'a title and keywords written for search engines',
    format: 'html',
    document: page({
      title: bets.slice(0, 5).join('_'),
      head: `<meta name="keywords" content="${bets.slice(3, 9).join(',')}">`,
    }),
    spam: [bets[0] ?? '', bets[8] ?? ''],
  },
  {
    shape: 'a hidden farm of links',
    format: 'html',
    document: page({ end: `<div style="display:none">${anchors(films, '| ')}</div>` }),
    spam: films,
  },
  {
    shape: 'a farm beside the screen',
    format: 'html',
    document: page({ start: `<div style="position:absolute;left:-9999px">${anchors(bets, ' ')}</div>` }),
    spam: bets,
  },
  {
    shape: 'a farm in the footer',
    format: 'html',
    document: page({
      end: `<div class="footer links">友情链接：${anchors([...bets, ...films.slice(0, 4)], ' ')}</div>`,
    }),
    spam: bets,
  },
  {
    shape: 'a list of links in the text',
    format: 'html',
    document: page({
      middle: `<ul>${bets
        .concat(films.slice(0, 4))
        .map((phrase) => `<li><a href="http://bet.example/">${phrase}</a></li>`)
        .join('')}</ul>`,
    }),
    spam: bets,
  },
  {
    shape: 'keywords as a paragraph',
    format: 'html',
    document: page({ middle: `<p>${films.join('|')}</p>` }),
    spam: films,
  },
  {
    shape: 'comment spam',
    format: 'html',
    document: page({ end: `<div class="comments"><p>支持望潮！</p><p>${bets.slice(0, 8).join(' ')}</p></div>` }),
    spam: bets.slice(0, 8),
  },
  {
    shape: 'what a script left behind',
    format: 'html',
    document: page({
      end: `<script>document.write("<div style='display:none'>")</script><div id="k9">${anchors(films.concat(bets), '| ', false)}</div><script>document.write("</div>")</script>`,
    }),
    spam: films,
  },
  {
    shape: 'Simplified spam on a Traditional page',
    format: 'html',
    document: page({
      heading: '桐江二橋今晨合龍',
      title: '桐江二橋今晨合龍',
      body: traditional,
      end: `<div>${anchors(films.slice(0, 5), ' ')}</div>`,
    }),
    spam: films.slice(0, 5),
  },
  {
    shape: 'a plain-text farm with its label',
    format: 'text',
    document: text([films.slice(0, 6).join(',')], top, paragraphs, [
      `站群模板: ${films.join('| ')}| ${bets.join('| ')}|`,
    ]),
    spam: [...films, ...bets],
  },
  {
    shape: 'one phrase to a line',
    format: 'text',
    document: text(top, paragraphs, ['感谢访问本站，您可能还对以下资源感兴趣：', ...bets, ...films.slice(0, 6)]),
    spam: [...bets, ...films.slice(0, 6)],
  },
  {
    shape: 'names of places as link words',
    format: 'text',
    document: text(top, paragraphs, [`站群模板: ${counties.join('| ')}|`]),
    spam: counties,
  },
  {
    shape: 'a spun paragraph',
    format: 'text',
    document: text(top, [...paragraphs.slice(0, 2), `${bets.slice(0, 8).join('，')}。`, ...paragraphs.slice(2)]),
    spam: bets.slice(0, 8),
  },
];
