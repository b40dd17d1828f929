import type { Counted } from '../../article/keywords.ts';
import { type Database, type Orm, type Statement, write } from '../client.ts';
import { readShelf, type SampleRow, termSampleShelf } from './shelves.ts';

/**
 * How common terms are: in how many of the sampled articles a bucket's terms stand. Buckets instead of terms make it one
 * row of 256 kB whatever the site's size; a bucket that several rare terms share still says that they are rare.
 */
export const buckets = 2 ** 17;
export const bucketOf = (term: number): number => term & (buckets - 1);

/** The first articles are all in the sample, then one in sixteen, then fewer: their shares hardly change any more. */
export const isSampled = (number: number): boolean =>
  number <= 2_048 || number % (number <= 1_000_000 ? 16 : 256) === 0;
const mostCounted = 0xffff;

/** An article's terms, before or after a publication. */
export type Spoken = { number: number; terms: Counted };

let editions = 0;

export class TermSample {
  documents: number;
  readonly counts: Uint16Array;
  /** A number no other sample of this process has, nor this one before it changed. */
  edition: number;
  /** What was worked out so far, by how often a bucket was counted; NaN for the others. */
  #rarities: Float64Array | null = null;
  #weights: Float64Array | null = null;

  constructor(documents = 0, counts = new Uint16Array(buckets)) {
    this.documents = documents;
    this.counts = counts;
    this.edition = ++editions;
  }

  /** How much a bucket's terms tell: 0 when every article has them, the natural logarithm of articles when one has. */
  rarity(bucket: number): number {
    this.#rarities ??= this.#unknown();
    const count = this.#countIn(bucket);
    const known = this.#rarities[count] as number;
    if (!Number.isNaN(known)) return known;
    const rarity = Math.max(0, Math.log((this.documents + 1) / (count + 0.5)));
    this.#rarities[count] = rarity;
    return rarity;
  }

  /** How much a bucket counts when articles are compared: what is rare a little more than in proportion. */
  weight(bucket: number): number {
    this.#weights ??= this.#unknown();
    const count = this.#countIn(bucket);
    const known = this.#weights[count] as number;
    if (!Number.isNaN(known)) return known;
    const weight = this.rarity(bucket) ** 1.25;
    this.#weights[count] = weight;
    return weight;
  }

  /** Several terms of one article may share a bucket: what is in every article tells nothing, however often it is there. */
  #countIn(bucket: number): number {
    return Math.min(this.counts[bucket] as number, this.documents + 1);
  }

  #unknown(): Float64Array {
    return new Float64Array(this.documents + 2).fill(Number.NaN);
  }

  /**
   * Counts articles in and others out, as far as they are part of the sample; tells whether any was. What is counted
   * depends on which articles there are, not on how they came.
   */
  change(left: readonly Spoken[], entered: readonly Spoken[]): boolean {
    const out = left.filter(({ number }) => isSampled(number));
    const into = entered.filter(({ number }) => isSampled(number));
    for (const { terms } of out) this.#count(terms, -1);
    for (const { terms } of into) this.#count(terms, 1);
    if (out.length + into.length === 0) return false;
    this.#rarities = null;
    this.#weights = null;
    this.edition = ++editions;
    return true;
  }

  #count(terms: Counted, by: 1 | -1): void {
    this.documents += by;
    terms.each((term) => {
      const bucket = bucketOf(term);
      this.counts[bucket] = Math.min(mostCounted, Math.max(0, (this.counts[bucket] as number) + by));
    });
  }
}

/** The sample as it was last written down. */
export const readSample = async (database: Database): Promise<TermSample> =>
  sampleOf((await termSampleShelf.read(database))[0]);

const sampleOf = (row: SampleRow | undefined): TermSample =>
  // Copied: the driver's bytes need not begin at an even address.
  row ? new TermSample(row.documents, new Uint16Array(new Uint8Array(row.counts).buffer)) : new TermSample();

export const putSample = ({ documents, counts }: TermSample): Statement =>
  write`INSERT INTO keyword_sample (id, documents, counts) VALUES (1, ${documents}, ${new Uint8Array(counts.buffer)})
        ON CONFLICT (id) DO UPDATE SET documents = excluded.documents, counts = excluded.counts`;

const kept = new WeakMap<Orm, TermSample>();

/** The sample for readers: read again when it has grown by more than a thirtieth. @throws TamperedRow */
export async function currentSample(database: Database): Promise<TermSample> {
  const known = kept.get(database.orm);
  const [row] = await database.rows<{ documents: number }>(write`SELECT documents FROM keyword_sample WHERE id = 1`);
  const documents = row?.documents ?? 0;
  if (known && Math.abs(documents - known.documents) <= known.documents / 30) return known;
  const [signed] = await readShelf(database, termSampleShelf);
  const sample = sampleOf(signed);
  kept.set(database.orm, sample);
  return sample;
}
