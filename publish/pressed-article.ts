import { canonicalJson } from '../article/canonical.ts';
import { type Counted, countedIn } from '../article/keywords.ts';
import { dayCount, groupOf, listPlaces, seconds } from '../article/lists.ts';
import type { Card } from '../article/record.ts';
import type { SearchTerms } from '../article/search-terms.ts';
import type { Place } from '../db/content/list-places.ts';
import type { ArticleProjection } from '../db/content/projection.ts';
import { dayIn } from '../edition/dates.ts';
import type { Shown } from './composing.ts';
import type { Press } from './projector.ts';
import { ensureCrops, ensureRenditions } from './renditions.ts';
import type { Sealed } from './sealing.ts';

/** An article in every form the read model keeps of it, not yet written. */
export type PressedArticle = ArticleProjection & {
  /** The record and the card as their texts spell them. */
  shown: Shown;
  listing: Card;
  /** What stands for it in the register. */
  leaf: Buffer;
  /** What it is found by; null for one that is withdrawn. */
  terms: SearchTerms | null;
  /** What it speaks of, by which others are found beside it; null for one that is withdrawn. */
  about: Counted | null;
  kept: Uint8Array | null;
  /** The day it is counted under; null for one that is withdrawn. */
  day: string | null;
};

/** Gathers everything of a sealed publication that the read model keeps, and sees to its pictures. */
export async function pressArticle(
  { newsroom, mediaRoot }: Press,
  number: number,
  {
    record: shown,
    packed,
    sealed,
    leaf,
    key,
    signature,
    former,
    card: listing,
    cardText: card,
    terms,
    about,
    kept,
  }: Sealed,
  timeZone: string,
): Promise<PressedArticle> {
  for (const media of Object.keys(shown.media)) await ensureRenditions(newsroom, mediaRoot, media);
  if (listing.picture) await ensureCrops(newsroom, mediaRoot, listing.picture.media);
  const { id, path } = shown;
  const listed = shown.status === 'published';
  return {
    ...{ number, id, path, listed, card, packed, key, signature, shown, listing, terms },
    publishedAt: seconds(shown.publishedAt),
    seal: Buffer.from(sealed, 'hex'),
    former: former.map((past) => ({ ...past, seal: canonicalJson(past.seal) })),
    leaf: Buffer.from(leaf),
    about: about && countedIn(about),
    kept,
    day: countedDay(listing, timeZone),
  };
}

/** The name an article's day is counted under. */
export function countedDay(card: Card, timeZone: string): string | null {
  if (card.status === 'withdrawn') return null;
  const { year, month, day } = dayIn(card.publishedAt, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return dayCount(groupOf(card.language), `${year}-${two(month)}-${two(day)}`);
}

export const placesOf = (card: Card, number: number): Place[] =>
  listPlaces(card).map((place) => ({ ...place, number }));
