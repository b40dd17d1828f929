import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { parseHTML } from 'linkedom';
import { request } from '../request.ts';
import { expect, test } from '../site.ts';
import { prefixes } from '../templates.ts';

const site = () => process.env.SITE_URL as string;

for (const prefix of Object.values(prefixes)) {
  test(`every article of the sample edition is whole at ${prefix || '/'}, and recommends eight others that are there`, async () => {
    const languages = prefix === '/en' ? ['en'] : ['zh-Hans', 'zh-Hant'];
    const paths = publishedPaths(languages).map((path) => prefix + path);
    expect(paths.length).toBeGreaterThan(prefix === '/en' ? 9 : 70);
    for (const path of paths) {
      const { status, text } = await request(site() + path);
      expect(status, path).toBe(200);
      const { document } = parseHTML(text);
      const found = {
        articles: document.querySelectorAll('main article').length,
        headline: document.querySelector('article h1')?.textContent?.trim() !== '',
        time: document.querySelector('article header time[datetime]') !== null,
        source: document.querySelector('article header a[href*="/source/"]') !== null,
        text: document.querySelector('.article-body[itemprop=articleBody] p') !== null,
        breadcrumb: document.querySelectorAll('nav[aria-label] ol [aria-current=page]').length,
      };
      expect(found, path).toEqual({ articles: 1, headline: true, time: true, source: true, text: true, breadcrumb: 1 });
      const recommended = [...document.querySelectorAll('aside#recommended li')].map(
        (item) => item.querySelector('a')?.getAttribute('href') as string,
      );
      expect(recommended.length, path).toBeGreaterThanOrEqual(8);
      expect(new Set(recommended).size, path).toBe(recommended.length);
      expect(recommended, path).not.toContain(path);
      for (const other of recommended) expect(paths, `${path} recommends ${other}`).toContain(other);
    }
  });
}

test('no link of the site leads nowhere', async () => {
  const waiting = ['/', '/zh-hant', '/en'];
  const seen = new Set(waiting);
  const dead: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { status, text, headers } = await request(site() + path);
    if (status !== 200) dead.push(`${status} ${path}`);
    if (!/html/.test(headers['content-type'] ?? '')) continue;
    for (const [, href = ''] of text.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      if (seen.has(next) || next.startsWith('/search?')) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(500);
});

function publishedPaths(languages: readonly string[]): string[] {
  const database = new Sqlite(join(process.env.SITE_DATA_DIR as string, 'content.db'), { readonly: true });
  const cards = database
    .prepare('SELECT card FROM articles WHERE listed = 1 AND published_at < unixepoch()')
    .pluck()
    .all();
  database.close();
  return (cards as string[])
    .map((card) => JSON.parse(card) as { language: string; path: string })
    .filter(({ language }) => languages.includes(language))
    .map(({ path }) => path);
}
