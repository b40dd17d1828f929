import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, between, eq, sql } from 'drizzle-orm';
import { sitemapNumbers } from '../../../article/lists.ts';
import type { Card } from '../../../article/record.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, newFill, readsFrom, runFill, trueUntil } from '../fill-context.ts';
import { articles, sitemapFiles } from '../schema.ts';
import { cardColumns, readCards } from '../verify.ts';

/** A sitemap file that is there, and when it last became what it is, in seconds. */
export type SitemapFile = { file: number; changedAt: number };

const everyFile = (orm: Orm) => orm.select().from(sitemapFiles).orderBy(asc(sitemapFiles.file)).limit(50_000).prepare();

const outUntil = (orm: Orm) =>
  orm
    .select({
      latest: sql<
        number | null
      >`max(CASE WHEN ${articles.publishedAt} <= ${sql.placeholder('now')} THEN ${articles.publishedAt} END)`,
      next: sql<
        number | null
      >`min(CASE WHEN ${articles.publishedAt} > ${sql.placeholder('now')} THEN ${articles.publishedAt} END)`,
    })
    .from(articles)
    .where(and(between(articles.number, sql.placeholder('first'), sql.placeholder('last')), eq(articles.listed, true)))
    .prepare();

/**
 * Every sitemap file that holds an article which is out. A file changes when a publication changes one of its articles,
 * and when one that was scheduled comes out.
 */
export async function listSitemaps({ orm }: Database): Promise<SitemapFile[]> {
  readsFrom('sitemaps');
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const files: SitemapFile[] = [];
  for (const { file, changedAt, latestAt } of await prepared(orm, everyFile).all()) {
    if (latestAt <= now) {
      files.push({ file, changedAt: Math.max(changedAt, latestAt) });
      continue;
    }
    const [first, last] = sitemapNumbers(file);
    const out = await prepared(orm, outUntil).get({ now, first, last });
    if (out?.next) trueUntil(out.next * 1000);
    if (out?.latest) files.push({ file, changedAt: Math.max(changedAt, out.latest) });
  }
  return files;
}

const inFile = (orm: Orm) =>
  orm
    .select(cardColumns)
    .from(articles)
    .where(and(between(articles.number, sql.placeholder('first'), sql.placeholder('last')), eq(articles.listed, true)))
    .orderBy(asc(articles.number))
    .prepare();

/** Rows between two turns of the event loop: readers are answered while a file is made. */
const rowsAtOnce = 100;

/**
 * The articles of a sitemap file that are out, by number. The file has one tag for all of them: five hundred of its own
 * would cost more memory than its text. `scan` is the connection that reads the rows; what they are checked against is read
 * like everything else.
 */
export async function sitemapCards(database: Database, file: number, scan: Database = database): Promise<Card[]> {
  readsFrom(`sitemap:${file}`);
  const { now } = currentFill();
  const [first, last] = sitemapNumbers(file);
  const cards: Card[] = [];
  for (let from = first; from <= last; from += rowsAtOnce) {
    const rows = await prepared(scan.orm, inFile).all({ first: from, last: Math.min(last, from + rowsAtOnce - 1) });
    const out = rows.filter(({ publishedAt }) => publishedAt * 1000 <= now.getTime());
    for (const { publishedAt } of rows) if (publishedAt * 1000 > now.getTime()) trueUntil(publishedAt * 1000);
    cards.push(...(await runFill(newFill(now), () => readCards(database, out))));
    await nextTurn();
  }
  return cards.filter(({ status }) => status === 'published');
}
