import type { Counted } from '../../article/keywords.ts';
import { Best } from './best.ts';
import { bucketOf, type TermSample } from './term-sample.ts';

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
const foundFactor = Array.from({ length: mostSaid + 1 }, (_, said) => said ** 0.75);
const askingFactor = Array.from({ length: mostSaid + 1 }, (_, said) => said ** 0.35);

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
    // Of hundreds of terms most are too dull to be offered.
    if (salience > (chosen.entries[most - 1]?.salience ?? Number.NEGATIVE_INFINITY))
      chosen.offer({ term, said, salience });
  });
  return chosen.entries;
}

function packTerms(terms: readonly SalientTerm[]): Buffer {
  const packed = Buffer.allocUnsafe(terms.length * 4);
  for (const [index, { term, said }] of terms.entries())
    packed.writeUInt32LE(((term << 8) | Math.min(said, mostSaid)) >>> 0, index * 4);
  return packed;
}

/** The terms that were packed, in their order. */
export function unpackTerms(packed: Uint8Array): number[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: packed.byteLength >> 2 }, (_, index) => view.getUint32(index * 4, true) >>> 8);
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
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const length = packed.byteLength >> 2;
  const buckets = new Int32Array(length);
  const weights = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    const bits = view.getUint32(index * 4, true);
    buckets[index] = bucketOf(bits >>> 8);
    weights[index] = (foundFactor[bits & mostSaid] as number) * sample.weight(buckets[index] as number);
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
