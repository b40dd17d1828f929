import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block, Inline } from '../article/body.ts';
import { plainText } from '../article/text.ts';
import type { ArticleDocument } from '../newsroom/document.ts';

/** Articles as the files another system would hand over. */

export async function writeFiles(
  folder: string,
  extension: 'md' | 'html',
  documents: readonly ArticleDocument[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = extension === 'md' ? markdownOf : htmlOf;
  for (const document of documents) await writeFile(join(folder, `${document.slug}.${extension}`), write(document));
}

export function markdownOf({
  headline,
  slug,
  language,
  standfirst,
  source,
  authors,
  publishedAt,
  tags,
  body,
}: ArticleDocument): string {
  const fields = {
    title: headline,
    slug,
    lang: language,
    ...(standfirst && { standfirst }),
    ...(source && { source: { name: source.name } }),
    authors: authors.map(({ name }) => name),
    published: publishedAt,
    tags: tags.map(({ name }) => name),
  };
  const front = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${front.join('\n')}\n---\n\n${body.content.map(blockAsMarkdown).filter(Boolean).join('\n\n')}\n`;
}

function blockAsMarkdown(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.content);
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${inlineText(block.content)}`;
    case 'bulletList':
      return linesOf(block)
        .map((line) => `- ${line}`)
        .join('\n');
    case 'quote':
      return linesOf(block)
        .map((line) => `> ${line}`)
        .join('\n>\n');
    default:
      return '';
  }
}

const inlineText = (content: readonly Inline[] = []): string =>
  content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

const linesOf = (block: Block): string[] =>
  plainText({ type: 'doc', content: [block] })
    .split('\n')
    .filter(Boolean);

/** A page of a news site, with the furniture around the article that an importer has to leave out. */
export function htmlOf({
  headline,
  language,
  standfirst,
  source,
  authors,
  publishedAt,
  tags,
  body,
}: ArticleDocument): string {
  const menu = ['首页', '要闻', '财经', '民生', '交通', '文化', '体育', '科教', '观点'];
  const others = Array.from({ length: 12 }, (_, index) => `${menu[index % menu.length]}频道今日推荐的第${index + 1}条`);
  const links = (names: readonly string[]) =>
    names.map((name, index) => `<li><a href="/c/${index}.html">${name}</a></li>`).join('');
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${headline}_潮声新闻网</title>
<meta name="description" content="${standfirst ?? ''}"><meta property="og:title" content="${headline}">
<meta property="article:published_time" content="${publishedAt}"><meta name="author" content="${authors.map(({ name }) => name).join(' ')}">
<meta name="keywords" content="${tags.map(({ name }) => name).join(',')}">
<script>var channel = "news";</script><style>.nav{color:#333}</style></head>
<body><div class="header"><ul class="nav">${links(menu)}</ul><form action="/s"><input name="q"></form></div>
<div class="crumbs"><a href="/">首页</a> &gt; <a href="/news/">要闻</a> &gt; 正文</div>
<div class="main"><div class="article"><h1>${headline}</h1>
<div class="info"><span>${publishedAt.slice(0, 16).replace('T', ' ')}</span> <span>来源：${source?.name ?? ''}</span></div>
<div class="content" id="content">
${body.content.map(blockAsHtml).join('\n')}
<p>（责任编辑：${authors[0]?.name ?? ''}）</p></div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div></div>
<div class="side"><h3>热点推荐</h3><ul>${links(others)}</ul></div></div>
<div class="footer"><p>关于我们 | 联系我们 | 版权声明</p><p>未经书面授权不得转载</p></div></body></html>
`;
}

function blockAsHtml(block: Block): string {
  if (block.type === 'paragraph') return `<p>　　${inlineText(block.content)}</p>`;
  if (block.type === 'heading') return `<p><strong>${inlineText(block.content)}</strong></p>`;
  if (block.type === 'quote') return `<blockquote>${paragraphs(linesOf(block))}</blockquote>`;
  return block.type === 'bulletList' ? paragraphs(linesOf(block)) : '';
}

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
