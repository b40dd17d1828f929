import { setImmediate as nextTurn } from 'node:timers/promises';
import { seconds, sitemapFileOf, sitemapNumbers } from '../../../article/lists.ts';
import type { Card } from '../../../article/record.ts';
import { leafBytes, spans, topLevel } from '../../../article/register.ts';
import type { Database } from '../../client.ts';
import { currentFill, newFill, readsFrom, runFill, trueUntil } from '../fill-context.ts';
import { currentRegister } from '../register.ts';
import { readShelf, type SitemapRow, shelfOfSitemap, sitemapShelf } from '../shelves.ts';
import { cardRowsBetween, readCards } from '../verify.ts';

/** A sitemap file that is there, and when it last became what it is, in seconds. */
export type SitemapFile = { file: number; changedAt: number };

/** Files a sitemap index may name. */
const mostFiles = 50_000;

/** @throws TamperedRow */
async function everyFile(database: Database): Promise<SitemapRow[]> {
  const { articles: volumes } = await currentRegister(database);
  const last = sitemapFileOf((volumes.length / leafBytes) * spans[topLevel]);
  const files: SitemapRow[] = [];
  for (let shelf = 0; shelf <= shelfOfSitemap(last); shelf++)
    files.push(...(await readShelf(database, sitemapShelf(shelf))));
  return files.slice(0, mostFiles);
}

/**
 * Every sitemap file that holds an article which is out. A file changes when a publication changes one of its articles,
 * and when one that was scheduled comes out. @throws TamperedRow
 */
export async function listSitemaps(database: Database): Promise<SitemapFile[]> {
  readsFrom('sitemaps');
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const files: SitemapFile[] = [];
  for (const { file, changedAt, latestAt } of await everyFile(database)) {
    if (latestAt <= now) {
      files.push({ file, changedAt: Math.max(changedAt, latestAt) });
      continue;
    }
    const times = (await listedCards(database, file, database)).map(({ publishedAt }) => seconds(publishedAt));
    const next = Math.min(...times.filter((at) => at > now));
    if (Number.isFinite(next)) trueUntil(next * 1000);
    const out = times.filter((at) => at <= now);
    if (out.length > 0) files.push({ file, changedAt: Math.max(changedAt, ...out) });
  }
  return files;
}

/**
 * The articles of a sitemap file that are out, by number. The file has one tag for all of them: five hundred of its own
 * would cost more memory than its text. `scan` is the connection that reads the rows; what they are checked against is read
 * like everything else. @throws TamperedRow
 */
export async function sitemapCards(database: Database, file: number, scan: Database = database): Promise<Card[]> {
  readsFrom(`sitemap:${file}`);
  const now = currentFill().now.getTime();
  const cards = await listedCards(database, file, scan);
  const isOut = ({ publishedAt }: Card) => seconds(publishedAt) * 1000 <= now;
  for (const card of cards) if (!isOut(card)) trueUntil(seconds(card.publishedAt) * 1000);
  return cards.filter(isOut);
}

/** Rows between two turns of the event loop: readers are answered while a file is made. */
const rowsAtOnce = 100;

async function listedCards(database: Database, file: number, scan: Database): Promise<Card[]> {
  const { now, tampered } = currentFill();
  const [first, last] = sitemapNumbers(file);
  const cards: Card[] = [];
  for (let from = first; from <= last; from += rowsAtOnce) {
    const until = Math.min(last, from + rowsAtOnce - 1);
    const rows = await cardRowsBetween(database, [from, until], scan);
    const aside = newFill(now);
    try {
      cards.push(...(await runFill(aside, () => readCards(database, rows))));
    } finally {
      tampered.push(...aside.tampered);
    }
    await nextTurn();
  }
  return cards.filter(({ status }) => status === 'published');
}
