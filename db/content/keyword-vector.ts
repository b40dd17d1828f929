import type { Counted } from '../../article/keywords.ts';
import { Best } from './best.ts';
import { bucketOf, buckets, type TermSample } from './term-sample.ts';

/**
 * The terms an article is compared by, as they are stored: four bytes each, 24 bits of term and 8 of how much is said.
 * Which terms are kept depends on the article alone; how rare they are is asked when articles are compared, so that it
 * is the same for both and of today.
 */

/** Terms kept of an article; on the judged sets 48 to 128 came out alike. */
const keptTerms = 64;
/** Terms a page looks others up by. */
const askedTerms = 32;
const dullness = 0.25;
const mostSaid = 255;
/** What is said often tells nearly in proportion of an article that is found, hardly of the one that asks. */
const foundFactor = Float64Array.from({ length: mostSaid + 1 }, (_, said) => said ** 0.75);
const askingFactor = Float64Array.from({ length: mostSaid + 1 }, (_, said) => said ** 0.35);

export type SalientTerm = { term: number; said: number; salience: number };

/** What most is said of, grammar and numbers aside; of equals what comes first. */
const mostSaidTerms = (counts: Counted): SalientTerm[] =>
  best(counts, keptTerms, (_, said, isDull) => (isDull ? dullness * said : said));

/** The same as it is stored. */
export const packedTerms = (counts: Counted): Buffer => packTerms(mostSaidTerms(counts));

/** What tells most: how much is said × how rarely anything is. */
export const mostTellingTerms = (counts: Counted, sample: TermSample): SalientTerm[] =>
  best(counts, askedTerms, (term, said) => said * sample.rarity(bucketOf(term)));

type Salience = (term: number, said: number, isDull: boolean) => number;

/** The most salient terms, in order. */
function best(counts: Counted, most: number, salienceOf: Salience): SalientTerm[] {
  const chosen = new Best<SalientTerm>(most, (a, b) => a.salience > b.salience);
  counts.each((term, said, isDull) => {
    const salience = salienceOf(term, said, isDull);
    // Most are not, and need not be made an entry of to be told so.
    if (chosen.last === undefined || salience > chosen.last.salience) chosen.offer({ term, said, salience });
  });
  return chosen.entries;
}

function packTerms(terms: readonly SalientTerm[]): Buffer {
  const packed = Buffer.allocUnsafe(terms.length * 4);
  for (const [index, { term, said }] of terms.entries())
    packed.writeUInt32LE(((term << 8) | Math.min(said, mostSaid)) >>> 0, index * 4);
  return packed;
}

/** How many terms were packed. */
export const countOfTerms = (packed: Uint8Array): number => packed.length >> 2;

/** The term at a place of those that were packed. */
export const termAt = (packed: Uint8Array, place: number): number =>
  (packed[place * 4 + 1] as number) |
  ((packed[place * 4 + 2] as number) << 8) |
  ((packed[place * 4 + 3] as number) << 16);

const saidAt = (packed: Uint8Array, place: number): number => packed[place * 4] as number;

/** The terms that were packed, in their order. */
export const unpackTerms = (packed: Uint8Array): number[] =>
  Array.from({ length: countOfTerms(packed) }, (_, place) => termAt(packed, place));

/** The terms of a stored article, as they are packed. */
export class StoredTerms {
  readonly packed: Uint8Array;
  #length = 0;
  #edition = 0;

  constructor(packed: Uint8Array) {
    this.packed = packed;
  }

  each(take: (term: number, said: number) => void): void {
    for (let place = 0; place < countOfTerms(this.packed); place++)
      take(termAt(this.packed, place), saidAt(this.packed, place));
  }

  /** Of its vector; worked out once for a sample, for what a process keeps is compared again and again. */
  length(sample: TermSample): number {
    if (this.#edition === sample.edition) return this.#length;
    let squares = 0;
    this.each((term, said) => {
      const weight = (foundFactor[said] as number) * sample.weight(bucketOf(term));
      squares += weight * weight;
    });
    this.#edition = sample.edition;
    this.#length = Math.sqrt(squares);
    return this.#length;
  }
}

/**
 * What a mention in a stored article adds, by bucket, to what it has in common with the one that is compared; zeros in
 * between. Half a megabyte, so there is one, and whoever fills it empties it before anything is waited for.
 */
const shares = new Float32Array(buckets);

/**
 * How alike stored articles are to one, in their order: from 0, nothing in common, to 1, the same. The one is stored as
 * well, or asks with all its terms.
 */
export function likenesses(one: Counted | StoredTerms, others: readonly StoredTerms[], sample: TermSample): number[] {
  const factors = one instanceof StoredTerms ? foundFactor : askingFactor;
  let squares = 0;
  one.each((term, said) => {
    const bucket = bucketOf(term);
    const rarity = sample.weight(bucket);
    const weight = (factors[Math.min(said, mostSaid)] as number) * rarity;
    squares += weight * weight;
    shares[bucket] = (shares[bucket] as number) + weight * rarity;
  });
  const length = Math.sqrt(squares);
  const alike = others.map((other) => inCommon(other) / (length * other.length(sample) || 1));
  one.each((term) => {
    shares[bucketOf(term)] = 0;
  });
  return alike;
}

function inCommon({ packed }: StoredTerms): number {
  let sum = 0;
  const count = countOfTerms(packed);
  for (let place = 0; place < count; place++)
    sum += (shares[bucketOf(termAt(packed, place))] as number) * (foundFactor[saidAt(packed, place)] as number);
  return sum;
}
