/**
 * Text that tries to be more than text. Each carries the word `zzmark` where a parser that fell for it would make an
 * element or attribute of that name, or a script that calls `alert`.
 */
export const hostileTexts: readonly string[] = [
  '<script zzmark>alert(1)</script>',
  '</script><script zzmark>alert(1)</script>',
  '</title><script zzmark>alert(1)</script>',
  '</style><img zzmark src=x onerror=alert(1)>',
  '</textarea></noscript></template><zzmark>',
  '<img zzmark src=x onerror=alert(1)>',
  '"><img zzmark src=x onerror=alert(1)>',
  "'><svg zzmark onload=alert(1)>",
  '"onmouseover="alert(1)" zzmark="',
  "' zzmark=' onfocus='alert(1)' autofocus='",
  '`zzmark=`onclick=alert(1)//',
  '<svg><animate zzmark onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><style><img zzmark src=x onerror=alert(1)></style>',
  '<math><mtext><table><mglyph><style><img zzmark src=x onerror=alert(1)>',
  '<iframe zzmark srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<object zzmark data="data:text/html,<script>alert(1)</script>">',
  '<a zzmark href="javascript:alert(1)">x</a>',
  '<form zzmark action="https://evil.example/"><button>x</button></form>',
  '<base zzmark href="https://evil.example/">',
  '<meta zzmark http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link zzmark rel="stylesheet" href="https://evil.example/x.css">',
  '<details zzmark open ontoggle=alert(1)>x</details>',
  '<video zzmark><source onerror=alert(1)></video>',
  '<!--><img zzmark src=x onerror=alert(1)>-->',
  '--><img zzmark src=x onerror=alert(1)>',
  ']]><img zzmark src=x onerror=alert(1)>',
  '<![CDATA[<img zzmark src=x onerror=alert(1)>]]>',
  '<?php echo 1 ?><zzmark>',
  '&lt;img zzmark src=x onerror=alert(1)&gt;',
  '&#60;img zzmark src=x onerror=alert(1)&#62;',
  '&amp;lt;zzmark&amp;gt; &copy; &nbsp;',
  '\\u003cimg zzmark src=x onerror=alert(1)\\u003e',
  '＜script zzmark＞alert(1)＜/script＞',
  '<scr\u0000ipt zzmark>alert(1)</scr\u0000ipt>',
  '\u202e<zzmark>gnp.exe\u202c\u2066x\u2069',
  'zz\u200bmark\ufeff \u2028 \u2029 \u0085',
  '<zzmark x="\ud800">\udfff',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: other languages' templates
  'zzmark {{7*7}} ${7*7} <%= 7*7 %> #{7*7} {{constructor.constructor("alert(1)")()}}',
  'zzmark\'; DROP TABLE articles; -- " OR 1=1',
  'zzmark ../../../../etc/passwd %00 %2e%2e%2f \\..\\',
  'zzmark ＆ « » ‘’ “” — … ﷽ Ω≈ç√∫˜µ 𠜎𠜱𝒳𝓎 👩‍👩‍👧‍👦 ʇxǝʇ',
  'javascript:alert(1)//zzmark',
  'https://evil.example/zzmark"onload="alert(1)',
  "$& $1 $` $' $$ zzmark",
  '__proto__ constructor toString zzmark',
  '(self.__next_f=self.__next_f||[]).push([0]) $RC("B:0","S:0") zzmark',
];

/** What may stand in one line of an outside file without ending it. */
const inOneLine = (text: string) => text.replaceAll(/[\n\r\u2028\u2029\u0085]/g, ' ');

const quoted = (text: string) => JSON.stringify(inOneLine(text).toWellFormed().replaceAll('\u0000', ''));

/** A Markdown file of our own format with the text in every field that takes words. */
export function hostileMarkdown(text: string, number: number): string {
  const value = quoted(text);
  const inline = inOneLine(text).replaceAll(/([\\`*_{}[\]<>()#+!|&~-])/g, '\\$1');
  return `---
title: ${value}
slug: hostile-markdown-${number}
section: news
lang: zh-Hans
kicker: ${quoted(text.slice(0, 60))}
standfirst: ${value}
authors: [${value}]
source: { name: ${value}, url: "https://evil.example/?zzmark" }
published: 2026-01-0${(number % 9) + 1}T01:00:00Z
tags: [${value}, 敌意]
lead: { src: picture.jpg, alt: ${value}, caption: ${value}, credit: ${value} }
corrections: [{ at: 2026-02-01T01:00:00Z, text: ${value} }]
---

${inline} **${inline}** *${inline}* [${inline}](https://evil.example/?zzmark) <ruby>字<rt>zì</rt></ruby>

## ${inline}

- ${inline}

> ${inline}
> —— ${inline}

| ${inline} | 二 |
|---|---|
| ${inline} | 2 |

[${inline}](https://evil.example/card "zzmark")
`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A news page of another site, with the text escaped in its fields and raw in its body. */
export function hostileHtml(text: string, number: number): string {
  const value = escaped(inOneLine(text));
  const filler = '值班员把读数抄在本子上，又抄了一遍，闸口的水一刻钟没有动过。'.repeat(4);
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${value} 第${number}号</title>
<meta property="og:title" content="${value} 第${number}号"><meta name="description" content="${value}">
<meta name="author" content="${value}"><meta name="keywords" content="${value},敌意">
<meta property="article:published_time" content="2026-01-03T09:00:00+08:00">
<link rel="canonical" href="https://elsewhere.example/${number}.html"></head><body>
<div class="article"><h1>${value} 第${number}号</h1><p class="info">2026-01-03 09:00 来源：${value}</p>
<p>${filler}</p><p>${value}</p><p>${filler}</p>${text}<p>${filler}<a href="javascript:alert(1)" zzmark onclick="alert(1)">链接</a>
<a href="https://evil.example/zz&#x5c;mark">链接</a></p>
<figure><img src="picture.jpg" alt="${value}" onerror="alert(1)" zzmark><figcaption>${value}</figcaption></figure>
<table><tr><td>${value}</td><td>${value}</td></tr></table><p>责任编辑：${value}</p></div></body></html>`;
}

/** A text dump of a news page. */
export function hostileDump(text: string, number: number): string {
  const value = inOneLine(text);
  const filler = '值班员把读数抄在本子上，又抄了一遍，闸口的水一刻钟没有动过。'.repeat(3);
  return `首页 > 新闻\n\n第${number}号 ${value}\n\n2026-01-03 09:00 来源：试验社\n\n${filler}\n\n${value}\n\n${filler}\n`;
}

/** The text in every field of an article that takes words, as an editor would write it. */
export function hostileFields(text: string) {
  const runs = [
    { type: 'text', text },
    ...['bold', 'italic', 'sub', 'sup'].map((type) => ({ type: 'text', text, marks: [{ type }] })),
    { type: 'text', text, marks: [{ type: 'link', attrs: { href: 'https://evil.example/?zzmark' } }] },
    { type: 'text', text, marks: [{ type: 'ruby', attrs: { text } }] },
  ];
  const paragraph = { type: 'paragraph', content: runs };
  const cell = { attrs: { colspan: 1, rowspan: 1 }, content: runs };
  return {
    headline: text,
    kicker: text.slice(0, 60),
    standfirst: text,
    lead: { media: null, src: text, alt: text, caption: text, credit: text },
    corrections: [{ at: '2026-02-01T01:00:00Z', text }],
    body: {
      type: 'doc',
      content: [
        paragraph,
        { type: 'heading', attrs: { level: 2 }, content: runs },
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
        { type: 'quote', attrs: { cite: text }, content: [paragraph] },
        { type: 'figure', attrs: { media: null, src: text, alt: text, caption: text, credit: text } },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', ...cell },
                { type: 'tableCell', ...cell },
              ],
            },
          ],
        },
        { type: 'embed', attrs: { url: 'https://evil.example/card', title: text, description: text } },
        { type: 'correction', content: [paragraph] },
      ],
    },
  };
}
