import { parseJson } from './json.ts';
import { escapeText } from './markup.ts';

/** Ghost's editor state (Lexical JSON) as HTML: what a draft holds that was never rendered. Unknown cards give their text. */
export function lexicalHtml(source: string, name: string): string {
  const document = parseJson(source, name) as { root?: Node };
  return document.root ? childrenHtml(document.root) : '';
}

type Node = {
  type?: string;
  children?: Node[];
  text?: string;
  format?: number | string;
  tag?: string;
  listType?: string;
  start?: number;
  url?: string;
  src?: string;
  alt?: string;
  altText?: string;
  caption?: string;
  html?: string;
  markdown?: string;
  images?: { src?: string; alt?: string; caption?: string }[];
  heading?: string;
  content?: string;
  calloutText?: string;
  metadata?: { title?: string };
};

const childrenHtml = (node: Node): string => (Array.isArray(node.children) ? node.children.map(nodeHtml).join('') : '');

function nodeHtml(node: Node): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${childrenHtml(node)}</p>`;
    case 'heading':
    case 'extended-heading': {
      const tag = /^h[1-6]$/.test(node.tag ?? '') ? node.tag : 'h2';
      return `<${tag}>${childrenHtml(node)}</${tag}>`;
    }
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return `<blockquote><p>${childrenHtml(node)}</p></blockquote>`;
    case 'list':
      return node.listType === 'number'
        ? `<ol start="${Number(node.start ?? 1)}">${childrenHtml(node)}</ol>`
        : `<ul>${childrenHtml(node)}</ul>`;
    case 'listitem':
      return `<li>${childrenHtml(node)}</li>`;
    case 'link':
    case 'autolink':
      return `<a href="${quoted(node.url)}">${childrenHtml(node)}</a>`;
    case 'text':
    case 'extended-text':
      return textHtml(node);
    case 'linebreak':
      return '<br>';
    case 'horizontalrule':
      return '<hr>';
    default:
      return cardHtml(node);
  }
}

const styles: [number, string][] = [
  [1, 'b'],
  [2, 'i'],
  [32, 'sub'],
  [64, 'sup'],
];

function textHtml({ text = '', format }: Node): string {
  const bits = typeof format === 'number' ? format : 0;
  return styles.reduce((html, [bit, tag]) => (bits & bit ? `<${tag}>${html}</${tag}>` : html), escapeText(text));
}

function cardHtml(node: Node): string {
  switch (node.type) {
    case 'image':
      return figure(node.src, node.alt ?? node.altText, node.caption);
    case 'gallery':
      return (
        (node.images ?? []).map(({ src, alt, caption }) => figure(src, alt, caption)).join('') +
        (node.caption ? `<p>${node.caption}</p>` : '')
      );
    case 'html':
      return node.html ?? '';
    case 'embed':
    case 'video':
    case 'audio':
      return (node.url ?? node.src) ? `<iframe src="${quoted(node.url ?? node.src)}"></iframe>` : (node.html ?? '');
    case 'bookmark':
      return node.url ? `<p><a href="${quoted(node.url)}">${escapeText(node.metadata?.title ?? node.url)}</a></p>` : '';
    case 'toggle':
      return `${node.heading ? `<h3>${node.heading}</h3>` : ''}${node.content ?? ''}`;
    case 'callout':
      return `<blockquote>${node.calloutText ?? ''}</blockquote>`;
    case 'markdown':
      return (node.markdown ?? '')
        .split(/\n\s*\n/)
        .map((part) => `<p>${escapeText(part)}</p>`)
        .join('');
    default:
      return childrenHtml(node);
  }
}

const figure = (src: string | undefined, alt: string | undefined, caption: string | undefined) =>
  src
    ? `<figure><img src="${quoted(src)}" alt="${quoted(alt)}">${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
    : '';

const quoted = (text: string | undefined) => escapeText(text ?? '').replace(/"/g, '&quot;');
