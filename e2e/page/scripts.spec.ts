import { parseHTML } from 'linkedom';
import { catalogueFor } from '../../edition/catalogue.ts';
import { matchPath } from '../../edition/paths.ts';
import { wrongCharacters } from '../../edition/script/wrong-script.ts';
import { type Edition, editionTag, emptySite } from '../../edition/site.ts';
import { request } from '../request.ts';
import { expect, test } from '../site.ts';

/** What one crawl of an edition finds, from its front page over every link that stays in it. */
const { editions } = emptySite;
const mostPages = 1_500;

type Found = {
  path: string;
  document: Document;
  /** Links outside of the language switch. */
  links: string[];
  /** Where the switch leads, by language tag. */
  ways: Record<string, string>;
  /** hreflang of the head, paths only. */
  alternates: Record<string, string>;
};

const pathOf = (address: string) =>
  decodeURI(new URL(address, process.env.SITE_URL).href.replace(/#.*$/, '')).slice(process.env.SITE_URL?.length);

async function read(path: string, edition: Edition): Promise<Found | null> {
  const { status, text } = await request(process.env.SITE_URL + encodeURI(path));
  if (status !== 200) return null;
  const { document } = parseHTML(text);
  const words = catalogueFor(edition.language);
  const ways: Found['ways'] = {};
  for (const link of document.querySelectorAll(`ul[aria-label="${words.languages}"] a`))
    ways[link.getAttribute('hreflang') ?? ''] = pathOf(link.getAttribute('href') ?? '');
  const links = [...document.querySelectorAll('a[href]')]
    .filter((link) => !link.closest(`ul[aria-label="${words.languages}"]`))
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.startsWith('/'))
    .map(pathOf);
  const alternates: Found['alternates'] = {};
  for (const link of document.querySelectorAll('link[rel=alternate][hreflang]'))
    alternates[link.getAttribute('hreflang') ?? ''] = pathOf(link.getAttribute('href') ?? '');
  return { path, document: document as unknown as Document, links, ways, alternates };
}

const crawls = new Map<string, Promise<{ pages: Map<string, Found>; strays: string[]; broken: string[] }>>();

/** Once for all tests of a worker. Files and searches are links too, and not followed. */
function crawl(edition: Edition) {
  const known = crawls.get(edition.prefix);
  if (known) return known;
  const made = crawlNow(edition);
  crawls.set(edition.prefix, made);
  return made;
}

async function crawlNow(edition: Edition) {
  const pages = new Map<string, Found>();
  const strays: string[] = [];
  const broken: string[] = [];
  const seen = new Set([edition.prefix || '/']);
  let waiting = [...seen];
  while (waiting.length > 0 && pages.size < mostPages) {
    const batch = waiting.splice(0, 8);
    const found = await Promise.all(batch.map((path) => read(path, edition)));
    for (const [index, page] of found.entries()) {
      if (!page) broken.push(batch[index] as string);
      else pages.set(page.path, page);
      for (const link of page?.links ?? []) {
        const path = link.split('?', 1)[0] as string;
        if (matchPath(editions, path === '/' ? '' : path).edition.prefix !== edition.prefix)
          strays.push(`${page?.path} -> ${link}`);
        if (!seen.has(link) && !/\.\w+$|\?|^\/media\//.test(link)) {
          seen.add(link);
          waiting.push(link);
        }
      }
    }
    waiting = waiting.filter((path) => !pages.has(path));
  }
  return { pages, strays, broken };
}

test.describe.configure({ mode: 'serial', timeout: 240_000 });

for (const edition of editions) {
  const tag = editionTag(edition);

  test(`every link of the ${tag} edition stays in it and leads somewhere`, async () => {
    const { pages, strays, broken } = await crawl(edition);
    expect(pages.size).toBeGreaterThan(edition.language === 'en' ? 30 : 200);
    expect(strays).toEqual([]);
    expect(broken).toEqual([]);
    for (const { document, path } of pages.values()) {
      expect(document.documentElement.getAttribute('lang'), path).toBe(tag);
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
      expect(canonical && pathOf(canonical), path).toBe(path);
    }
  });

  test(`hreflang of every ${tag} page is answered by every page it names`, async () => {
    const { pages } = await crawl(edition);
    let named = 0;
    for (const { alternates, document, path } of pages.values()) {
      const noindex = document.querySelector('meta[name=robots]')?.getAttribute('content')?.includes('noindex');
      if (Object.keys(alternates).length === 0) {
        // Alone in its language, or kept out of search engines.
        expect(noindex || edition.language === 'en', path).toBe(true);
        continue;
      }
      named++;
      expect(alternates[tag], path).toBe(path);
      expect(Object.values(alternates), path).toContain(alternates['x-default']);
      for (const other of editions) {
        const address = alternates[editionTag(other)];
        if (address === undefined) continue;
        const there = (await crawl(other)).pages.get(address) ?? (await read(address, other));
        expect(there?.alternates, `${path} names ${address}`).toEqual(alternates);
      }
    }
    expect(named).toBeGreaterThan(0);
  });

  test(`the switch of every ${tag} page leads to the same page, and the other script to the same article`, async () => {
    const { pages } = await crawl(edition);
    for (const { path, ways } of pages.values()) {
      expect(Object.keys(ways), path).toHaveLength(editions.length - 1);
      for (const other of editions) {
        const way = ways[editionTag(other)];
        if (way === undefined) continue;
        const isScript = edition.language !== 'en' && other.language !== 'en';
        const rest = path.slice(edition.prefix.length);
        if (isScript) expect(way, path).toBe((other.prefix + rest).replace(/(.)\/$/, '$1') || '/');
        if (isScript) expect((await crawl(other)).pages.has(way), `${path} -> ${way}`).toBe(true);
      }
    }
  });
}

for (const edition of editions.filter(({ language }) => language !== 'en')) {
  const tag = editionTag(edition);

  test(`nothing a reader or machine is shown in the ${tag} edition stands in the other script`, async () => {
    const { pages } = await crawl(edition);
    let characters = 0;
    const wrong: string[] = [];
    for (const { document, path } of pages.values()) {
      for (const element of document.querySelectorAll('style, [translate=no], ul li a[hreflang]')) element.remove();
      for (const element of document.querySelectorAll('body [lang]')) element.remove();
      const shown = [document.documentElement.textContent ?? ''];
      for (const element of document.querySelectorAll('[alt], [title], [aria-label], [content], [placeholder]'))
        for (const name of ['alt', 'title', 'aria-label', 'content', 'placeholder'])
          shown.push(element.getAttribute(name) ?? '');
      const text = shown.join('\n');
      characters += text.length;
      const found = wrongCharacters(text, edition.language);
      if (found.length > 0) wrong.push(`${path}: ${found.join('')}`);
    }
    expect(wrong).toEqual([]);
    expect(characters).toBeGreaterThan(500_000);
  });
}

test('structured data of every article equals its page', async () => {
  for (const edition of editions) {
    const { pages } = await crawl(edition);
    for (const { document, path } of pages.values()) {
      if (!document.querySelector('article[itemscope]')) continue;
      const scripts = [...document.querySelectorAll('script')];
      expect(
        scripts.map((script) => script.getAttribute('type')),
        path,
      ).toEqual(['application/ld+json']);
      const json = scripts[0]?.textContent ?? '';
      expect(Buffer.byteLength(json), path).toBeLessThanOrEqual(3_000);
      const [article, breadcrumb] = JSON.parse(json)['@graph'];
      expect(article['@type'], path).toBe('NewsArticle');
      expect(article.headline).toBe(document.querySelector('h1')?.textContent);
      expect(article.datePublished).toBe(document.querySelector('article time')?.getAttribute('datetime'));
      expect(pathOf(article.url)).toBe(path);
      const bylines = [...document.querySelectorAll('article [rel=author]')].map((link) => link.textContent);
      if (bylines.length > 0)
        expect(
          [article.author].flat().map(({ name }) => name),
          path,
        ).toEqual(bylines);
      const crumbs = [
        ...document.querySelectorAll(`nav[aria-label="${catalogueFor(edition.language).breadcrumb}"] li`),
      ];
      expect(
        breadcrumb.itemListElement.map(({ name }: { name: string }) => name),
        path,
      ).toEqual(crumbs.map((crumb) => crumb.textContent));
      const image = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
      expect(image, path).toMatch(new RegExp(`/media/[0-9a-f]{16}-[a-z0-9]{10}-${editionTag(edition)}\\.jpg$`));
    }
  }
});

test('pictures that structured data and shared links name are there, in the shapes they promise', async () => {
  const { pages } = await crawl(editions[0] as Edition);
  const articles = [...pages.values()].filter(({ document }) => document.querySelector('article[itemscope]'));
  for (const { document, path } of articles.slice(0, 4)) {
    const [article] = JSON.parse(document.querySelector('script')?.textContent ?? '')['@graph'];
    const shared = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
    for (const address of [...(article.image ?? []), shared]) {
      const { status, headers } = await request(address);
      expect([status, headers['content-type']], `${path}: ${address}`).toEqual([200, 'image/jpeg']);
    }
  }
});
