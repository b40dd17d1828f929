import { fold, wordRuns } from '../article/fold.ts';
import { seconds } from '../article/lists.ts';
import { plainText } from '../article/text.ts';
import type { Database, Statement } from '../db/client.ts';
import { articleByNumber, revisionDocument } from '../db/newsroom/queries/articles.ts';
import { type Fingerprint, fingerprintsBetween, saveFingerprint } from '../db/newsroom/queries/fingerprints.ts';
import { type ArticleDocument, parseDocument } from './document.ts';

/**
 * Tells a story that came in twice: the same wire text by two feeds, with another headline, a changed word, a credit more.
 * Fingerprints (64-bit simhash) of what was published about the same time find candidates, the shingles themselves decide.
 */

/** Texts that share four fifths of their shingles differ in 10 bits of 64, give or take 3; unrelated ones in 32. */
const mostBits = 16;
const leastShared = 0.8;
/** Between two publications of what may still be one story; a weather report of next week is another. */
const secondsApart = 3 * 86_400;
/** Looked through within that time: a portal publishes some hundred articles a day. */
const mostCompared = 20_000;
/** Shorter texts are alike by chance. */
const leastShingles = 40;

/** The article that says nearly the same and was published about the same time, with the share of text they have in common. */
export async function findNearIdentical(
  newsroom: Database,
  document: ArticleDocument,
): Promise<{ number: number; id: string; shared: number } | null> {
  const shingles = shinglesOf(document);
  if (shingles.size < leastShingles) return null;
  const own = fingerprintOf(shingles);
  const at = seconds(document.publishedAt);
  const around = { from: at - secondsApart, until: at + secondsApart, limit: mostCompared };
  for (const other of await fingerprintsBetween(newsroom, around)) {
    if (distance(own, other) > mostBits) continue;
    const row = await articleByNumber(newsroom, other.article);
    if (!row) continue;
    const known = parseDocument(await revisionDocument(newsroom, row.number, row.headRevision));
    const shared = overlap(shingles, shinglesOf(known));
    if (shared >= leastShared) return { number: row.number, id: row.id, shared };
  }
  return null;
}

export const fingerprintStatement = (article: number, document: ArticleDocument): Statement[] => {
  const shingles = shinglesOf(document);
  if (shingles.size < leastShingles) return [];
  return [saveFingerprint(article, seconds(document.publishedAt), fingerprintOf(shingles))];
};

/** Runs of four characters of Han text, pairs of words of others, in search form. */
function shinglesOf({ body }: Pick<ArticleDocument, 'body'>): Set<string> {
  const shingles = new Set<string>();
  let before = '';
  for (const { text, isHan } of wordRuns(fold(plainText(body)))) {
    if (isHan) for (let at = 0; at + 4 <= text.length; at++) shingles.add(text.slice(at, at + 4));
    else {
      if (before) shingles.add(`${before} ${text}`);
      before = text;
    }
  }
  return shingles;
}

function overlap(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common++;
  return common / Math.max(1, a.size + b.size - common);
}

/** Charikar's simhash: every shingle votes on every bit. */
export function fingerprintOf(shingles: Iterable<string>): Fingerprint {
  const votes = new Int32Array(64);
  for (const shingle of shingles) {
    const [high, low] = hash64(shingle);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit] = (votes[bit] as number) + ((low >>> bit) & 1 ? 1 : -1);
      votes[bit + 32] = (votes[bit + 32] as number) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < 32; bit++) {
    if ((votes[bit] as number) > 0) low |= 1 << bit;
    if ((votes[bit + 32] as number) > 0) high |= 1 << bit;
  }
  return { high, low };
}

/** Two rounds of murmur's finaliser over FNV-1a: spread well enough for counting bits. */
function hash64(text: string): [number, number] {
  let fnv = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) fnv = Math.imul(fnv ^ text.charCodeAt(at), 0x01000193);
  return [mix(fnv), mix(fnv ^ 0x9e3779b9)];
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export const distance = (a: Fingerprint, b: Fingerprint): number => bits(a.high ^ b.high) + bits(a.low ^ b.low);

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
