import { isWebAddress } from '../article/schema.ts';
import { elementsOf, type Page, rawText } from './page.ts';
import { oneLine } from './wording.ts';

/** What a page says about itself for machines: meta elements, JSON-LD, canonical address. Claims, to be checked against the text. */
export type PageFacts = {
  title: string;
  language: string | null;
  siteName: string | null;
  /** Base for relative addresses; null when the page names none. */
  base: string | null;
  address: string | null;
  /** Values of `<meta>` by lower-case name, property or itemprop; the first of each. */
  meta: Map<string, string>;
  linked: LinkedArticle | null;
};

export type LinkedArticle = {
  headline: string | null;
  published: string | null;
  modified: string | null;
  authors: string[];
  publisher: string | null;
  keywords: string[];
  section: string | null;
  body: string | null;
};

export function readFacts(page: Page): PageFacts {
  const meta = new Map<string, string>();
  let title = '';
  let language: string | null = null;
  let canonical: string | null = null;
  let declaredBase: string | null = null;
  for (const { tag, attributes, children, parent } of elementsOf(page.root)) {
    if (tag === 'meta') {
      const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'])
        ?.trim()
        .toLowerCase();
      const content = attributes.content ?? attributes.value;
      if (name && content && !meta.has(name)) meta.set(name, content);
    } else if (tag === 'title' && title === '' && parent?.tag !== 'svg')
      title = oneLine(children.map(rawText).join(''));
    else if (tag === 'html' || (tag === 'body' && language === null))
      language = attributes.lang ?? attributes['xml:lang'] ?? language;
    else if (tag === 'link' && attributes.rel?.toLowerCase() === 'canonical')
      canonical = attributes.href?.trim() ?? canonical;
    else if (tag === 'base' && attributes.href && declaredBase === null) declaredBase = attributes.href.trim();
  }
  const address =
    [canonical, meta.get('og:url'), meta.get('twitter:url')].find((value): value is string => isAbsolute(value)) ??
    null;
  return {
    title,
    language,
    siteName: oneLine(meta.get('og:site_name') ?? meta.get('application-name') ?? '') || null,
    base: isAbsolute(declaredBase) ? declaredBase : address,
    address,
    meta,
    linked: linkedArticle(page.linkedData),
  };
}

const isAbsolute = (value: string | null | undefined): value is string =>
  typeof value === 'string' && /^https?:\/\//i.test(value) && isWebAddress(value);

/** First of these meta values that is there and not empty. */
export function metaValue(facts: PageFacts, ...names: string[]): string | null {
  for (const name of names) {
    const value = oneLine(facts.meta.get(name) ?? '');
    if (value !== '') return value;
  }
  return null;
}

/** An address as it stands on the page, made absolute; null when it is no web address or the page has no base. */
export function resolveAddress(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (/^https?:/i.test(trimmed)) return isWebAddress(trimmed) ? trimmed : null;
  if (trimmed.startsWith('#')) return null;
  if (trimmed.startsWith('//')) return isWebAddress(`https:${trimmed}`) ? `https:${trimmed}` : null;
  if (base === null || /^[a-z][a-z0-9+.-]*:/i.test(trimmed) || !URL.canParse(trimmed, base)) return null;
  const { href } = new URL(trimmed, base);
  return isAbsolute(href) ? href : null;
}

const articleTypes =
  /^(?:News|Report|Opinion|Analysis|Blog|Social|Tech|Review|Background|Advertiser|Satirical)?\w*(?:Article|Posting|BlogPosting|Report|LiveBlogPosting)$/;

function linkedArticle(blocks: readonly string[]): LinkedArticle | null {
  for (const block of blocks) {
    const text = block.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, '');
    if (text.length > 1_000_000 || /[[{]{40}/.test(text)) continue;
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      // A template that writes broken JSON-LD is common; the page's text is read instead.
      continue;
    }
    const article = findArticle(data, 0);
    if (article) return article;
  }
  return null;
}

function findArticle(data: unknown, depth: number): LinkedArticle | null {
  if (depth > 6 || data === null || typeof data !== 'object') return null;
  if (Array.isArray(data)) {
    for (const item of data.slice(0, 50)) {
      const found = findArticle(item, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const node = data as Record<string, unknown>;
  const types = [node['@type']].flat().filter((type) => typeof type === 'string');
  if (types.some((type) => articleTypes.test(type as string)))
    return {
      headline: lineOf(node.headline) ?? lineOf(node.name),
      published: lineOf(node.datePublished) ?? lineOf(node.pubDate) ?? lineOf(node.dateCreated),
      modified: lineOf(node.dateModified) ?? lineOf(node.upDate),
      authors: [node.author]
        .flat()
        .flatMap((author) => lineOf(author) ?? lineOf((author as { name?: unknown } | null)?.name) ?? []),
      publisher: lineOf((node.publisher as { name?: unknown } | undefined)?.name),
      keywords: [node.keywords].flat().flatMap((words) => lineOf(words)?.split(/[,，、;；]/) ?? []),
      section: lineOf([node.articleSection].flat()[0]),
      body: typeof node.articleBody === 'string' ? node.articleBody : null,
    };
  return findArticle(node['@graph'], depth + 1) ?? findArticle(node.mainEntity, depth + 1);
}

const lineOf = (value: unknown): string | null =>
  typeof value === 'string' ? oneLine(value.replace(/<[^>]*>/g, '')) || null : null;
