import { eq, sql } from 'drizzle-orm';
import { rankedLists, seconds } from '../../../article/lists.ts';
import type { ArticleRecord, Card } from '../../../article/record.ts';
import { bodyLinks } from '../../../article/text.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { articles } from '../schema.ts';
import { addressShelf, readShelf } from '../shelves.ts';
import { refuseRow } from '../tampered.ts';
import { cardsOf, numbersOfIds, recordOf } from '../verify.ts';

const numberAt = (orm: Orm) =>
  orm
    .select({ number: articles.number })
    .from(articles)
    .where(eq(articles.path, sql.placeholder('path')))
    .prepare();

export type FoundArticle = { record: ArticleRecord; number: number };

/** The article at a canonical path, withdrawn ones included; null when there is none, or not yet. */
export async function findArticle(database: Database, path: string): Promise<FoundArticle | null> {
  readsFrom(`path:${path}`);
  const row = await prepared(database.orm, numberAt).get({ path });
  const number = row?.number ?? (await signedAddress(database, path));
  if (number === null) return null;
  const record = await recordOf(database, number);
  // Where the row says it stands it may not: the record says it itself.
  if (record.path !== path) refuseRow('articles', number, 'path');
  readsFrom(`article:${record.id}`);
  const fill = currentFill();
  const { now, links } = fill;
  if (seconds(record.publishedAt) * 1000 > now.getTime()) {
    trueUntil(seconds(record.publishedAt) * 1000);
    return null;
  }
  if (record.status === 'published') fill.article = { id: record.id, lists: rankedLists(record) };
  fill.recorded = bodyLinks(record.body);
  for (const link of fill.recorded) links.add(link);
  if (record.source?.url) links.add(record.source.url);
  return { record, number };
}

/** The article that has this address as the newsroom signed it; null for one that is nobody's. @throws TamperedRow */
async function signedAddress(database: Database, path: string): Promise<number | null> {
  const shelf = await readShelf(database, addressShelf(path));
  return shelf.find((own) => own.path === path && own.number !== null)?.number ?? null;
}

/** Where the article that once lived at this path lives now. */
export async function findFormerPath(database: Database, path: string): Promise<string | null> {
  readsFrom(`path:${path}`);
  const address = (await readShelf(database, addressShelf(path))).find(
    (own) => own.path === path && own.article !== null,
  );
  if (!address) return null;
  const [number] = await numbersOfIds(database, [address.article as string]);
  if (number === undefined) return null;
  const record = await recordOf(database, number);
  // The record names the addresses it had; a redirect to it from anywhere else is nobody's.
  if (!record.formerly.includes(path)) refuseRow('redirects', path, 'article');
  return record.path;
}

/** Cards of these ids in the order asked, without those withdrawn, unknown or not yet out. */
export async function cardsByIds(database: Database, ids: readonly string[]): Promise<Card[]> {
  readsFrom(...ids.map((id) => `card:${id}`));
  const { now } = currentFill();
  const cards: Card[] = [];
  for (const card of await cardsOf(database, await numbersOfIds(database, [...new Set(ids)]))) {
    if (card.status === 'withdrawn') continue;
    const at = seconds(card.publishedAt) * 1000;
    if (at > now.getTime()) trueUntil(at);
    else cards.push(card);
  }
  return cards;
}
