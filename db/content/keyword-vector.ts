import type { Counted } from '../../article/keywords.ts';
import { bucketOf, type TermSample } from './term-sample.ts';

/**
 * The terms an article is compared by, as they are stored: three bytes each, 17 bits of bucket and 7 of how much is
 * said. Rarity is not stored but asked when articles are compared, so that it is the same for both and of today.
 */

/** Terms kept of an article; on the judged sets 32 to 128 came out alike. */
const keptTerms = 48;
const mostSaid = 127;
/** What is said often tells nearly in proportion of an article that is found, hardly of the one that asks. */
const foundFactor = Array.from({ length: mostSaid + 1 }, (_, said) => said ** 0.75);
const askingFactor = Array.from({ length: mostSaid + 1 }, (_, said) => said ** 0.35);

export type SalientTerm = { term: number; said: number; salience: number };

/**
 * The most salient terms, in order, the most telling first: how much is said × how rarely anything is. What stands here once and
 * nowhere else comes last: mostly pieces of two words that happen to meet.
 */
export function salientTerms(counts: Counted, sample: TermSample): SalientTerm[] {
  // A list kept in order by insertion: few of hundreds of terms get into it, and sorting all of them takes ten times as long.
  const best: SalientTerm[] = [];
  counts.each((term, said) => {
    const bucket = bucketOf(term);
    const chance = said === 1 && (sample.counts[bucket] as number) < 2 ? 0.01 : 1;
    const salience = chance * said * sample.rarity(bucket);
    if (best.length === keptTerms && !precedes(salience, term, best[keptTerms - 1] as SalientTerm)) return;
    let place = best.length;
    while (place > 0 && precedes(salience, term, best[place - 1] as SalientTerm)) place--;
    best.splice(place, 0, { term, said, salience });
    if (best.length > keptTerms) best.pop();
  });
  return best;
}

/** By salience; of equals by term, so that the order is always the same. */
const precedes = (salience: number, term: number, other: SalientTerm): boolean =>
  salience > other.salience || (salience === other.salience && term < other.term);

export function packTerms(salient: readonly SalientTerm[]): Buffer {
  const packed = Buffer.allocUnsafe(salient.length * 3);
  for (const [index, { term, said }] of salient.entries())
    packed.writeUIntLE((bucketOf(term) << 7) | Math.min(said, mostSaid), index * 3, 3);
  return packed;
}

/** What an article is compared by: buckets and their weights, which make a vector of length 1. */
export class Vector {
  readonly #buckets: Int32Array;
  readonly #weights: Float32Array;
  #byBucket: Map<number, number> | null = null;

  constructor(buckets: Int32Array, weights: Float32Array) {
    let squares = 0;
    for (const weight of weights) squares += weight * weight;
    const length = Math.sqrt(squares) || 1;
    for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] as number) / length;
    this.#buckets = buckets;
    this.#weights = weights;
  }

  /** From 0, nothing in common, to 1, the same. Quickest when `other` is asked again and again. */
  likeness(other: Vector): number {
    const weights = other.#lookUp();
    let sum = 0;
    for (let index = 0; index < this.#buckets.length; index++) {
      const weight = weights.get(this.#buckets[index] as number);
      if (weight !== undefined) sum += weight * (this.#weights[index] as number);
    }
    return sum;
  }

  #lookUp(): Map<number, number> {
    if (this.#byBucket) return this.#byBucket;
    this.#byBucket = new Map();
    for (let index = 0; index < this.#buckets.length; index++) {
      const bucket = this.#buckets[index] as number;
      this.#byBucket.set(bucket, (this.#byBucket.get(bucket) ?? 0) + (this.#weights[index] as number));
    }
    return this.#byBucket;
  }
}

/** The vector of a stored article. */
export function foundVector(packed: Uint8Array, sample: TermSample): Vector {
  const length = Math.floor(packed.length / 3);
  const buckets = new Int32Array(length);
  const weights = new Float32Array(length);
  for (let index = 0, at = 0; index < length; index++, at += 3) {
    const bits = (packed[at] as number) | ((packed[at + 1] as number) << 8) | ((packed[at + 2] as number) << 16);
    buckets[index] = bits >>> 7;
    weights[index] = (foundFactor[bits & mostSaid] as number) * sample.weight(bits >>> 7);
  }
  return new Vector(buckets, weights);
}

/** The vector of the article that asks for others, with all its terms. */
export function askingVector(counts: Counted, sample: TermSample): Vector {
  const buckets = new Int32Array(counts.size);
  const weights = new Float32Array(counts.size);
  let index = 0;
  counts.each((term, said) => {
    buckets[index] = bucketOf(term);
    weights[index] = (askingFactor[Math.min(said, mostSaid)] as number) * sample.weight(bucketOf(term));
    index++;
  });
  return new Vector(buckets, weights);
}
