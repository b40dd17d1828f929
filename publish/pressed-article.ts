import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '../article/canonical.ts';
import { fold } from '../article/fold.ts';
import { dayCount, groupOf, listPlaces, seconds } from '../article/lists.ts';
import { type ArticleRecord, cardOf } from '../article/record.ts';
import { indexTerms } from '../article/search-terms.ts';
import { signText } from '../article/signature.ts';
import { plainText } from '../article/text.ts';
import type { Place } from '../db/content/list-places.ts';
import type { ArticleProjection, Signed } from '../db/content/projection.ts';
import type { PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import { dayIn } from '../edition/dates.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import type { Press } from './projector.ts';
import { makeRecord } from './record.ts';
import { ensureCrops, ensureRenditions } from './renditions.ts';

/** An article in every form the read model keeps of it, not yet written. */
export type PressedArticle = ArticleProjection & {
  /** What it is found by; null for one that is withdrawn. */
  terms: { head: string; body: string } | null;
  /** The day it is counted under; null for one that is withdrawn. */
  day: string | null;
};

/** Makes the record of a publication, signs it and sees to its pictures. */
export async function pressArticle(press: Press, entry: PublishedRevision, timeZone: string): Promise<PressedArticle> {
  const { newsroom, key, mediaRoot } = press;
  // The record's schema checks every field of it that readers see.
  const record = await makeRecord(newsroom, entry, JSON.parse(entry.document) as ArticleDocument);
  for (const id of Object.keys(record.media)) await ensureRenditions(newsroom, mediaRoot, id);
  const card = cardOf(record);
  if (card.picture) await ensureCrops(newsroom, mediaRoot, card.picture.media);
  const listed = record.status === 'published';
  return {
    number: entry.number,
    record,
    publishedAt: seconds(record.publishedAt),
    listed,
    signedRecord: signed(key, 'article', canonicalJson(record)),
    signedCard: signed(key, 'card', canonicalJson(card)),
    terms: listed ? termsOf(record) : null,
    day: countedDay(record, timeZone),
  };
}

/** The name an article's day is counted under. */
export function countedDay(record: ArticleRecord, timeZone: string): string | null {
  if (record.status === 'withdrawn') return null;
  const { year, month, day } = dayIn(record.publishedAt, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return dayCount(groupOf(record.language), `${year}-${two(month)}-${two(day)}`);
}

export const placesOf = (record: ArticleRecord, number: number): Place[] =>
  listPlaces(record).map((place) => ({ ...place, number }));

function termsOf({ headline, standfirst, tags, body }: ArticleRecord): { head: string; body: string } {
  const head = [headline, standfirst ?? '', ...tags.map((tag) => tag.name)].join('\n');
  return { head: indexTerms(fold(head)), body: indexTerms(fold(plainText(body))) };
}

export function signed(key: KeyObject, purpose: string, record: string): Signed {
  return { record, signature: signText(purpose, record, key) };
}
