import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '../article/canonical.ts';
import { sha256 } from '../article/hash.ts';
import { type TermList, termCounts } from '../article/keywords.ts';
import { outboundHosts } from '../article/outbound.ts';
import { type ArticleRecord, type Card, cardOf } from '../article/record.ts';
import { articleLeaf } from '../article/register.ts';
import { type Seal, sealHash, sealOf, signSeal } from '../article/seal.ts';
import { type SearchTerms, termsOf } from '../article/search-terms.ts';
import { packedTerms } from '../db/content/keyword-vector.ts';
import { pack } from '../db/content/packing.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { readingOf } from './readings.ts';
import { makeRecord, type RecordFacts } from './record.ts';

/** A published revision with everything that had to be asked for it: what is left is work, and any thread can do it. */
export type Copy = {
  /** The revision's document as JSON. */
  document: string;
  facts: RecordFacts;
  media: ArticleRecord['media'];
  /** Hash of the seal before; null for the article's first. */
  previous: string | null;
  /** The seal this publication has already, and the one it stands on; null when it has none that counts. */
  sealed: { record: string; previous: string | null } | null;
};

/** What a record says beside its text. */
export type Shown = Omit<ArticleRecord, 'body'>;

/** A publication in every form that is kept of it. */
export type Composed = {
  /** The record without its text, which whoever writes has no use for. */
  record: Shown;
  /** Hosts its links lead to. */
  hosts: string[];
  /** The record's canonical JSON, packed. */
  packed: Uint8Array;
  seal: Seal;
  /** Null when the seal it has already still stands. */
  signature: Uint8Array | null;
  /** Hash of the seal, and what stands for the article in the register. */
  sealed: string;
  leaf: Uint8Array;
  card: Card;
  /** The card's canonical JSON. */
  cardText: string;
  /** What it is found by, and what it speaks of; null for one that is withdrawn. */
  terms: SearchTerms | null;
  about: TermList | null;
  /** Of what it speaks, what is kept. */
  kept: Uint8Array | null;
};

/** Makes all forms of publications, in their order. One thread does it where it stands, several share the work. */
export type Compose = (copies: readonly Copy[], key: KeyObject) => Promise<Composed[]>;

export const composeHere: Compose = async (copies, key) => copies.map((copy) => compose(copy, key));

export function compose({ document: json, facts, media, previous, sealed: known }: Copy, key: KeyObject): Composed {
  // The record's schema checks every field of the document that readers see.
  const document = JSON.parse(json) as ArticleDocument;
  const make = (before: string | null) => {
    const record = makeRecord(document, { ...facts, previous: before }, media);
    return { record, text: canonicalJson(record) };
  };
  const again = known && make(known.previous);
  // A later edition of this software may write records differently; then it seals them anew.
  const stands = again !== null && sha256(again.text) === known?.record;
  const { record, text } = stands ? again : make(previous);
  const seal = sealOf(record, text);
  const sealed = sealHash(seal);
  const card = cardOf(record);
  const cardText = canonicalJson(card);
  const listed = record.status === 'published';
  const about = listed ? termCounts(record) : null;
  const { body: _, ...shown } = record;
  return {
    record: shown,
    hosts: outboundHosts(record),
    packed: pack(text),
    seal,
    signature: stands ? null : signSeal(seal, key),
    ...{ sealed, card, cardText },
    leaf: articleLeaf({ id: record.id, path: record.path, listed, seal: sealed, card: cardText }),
    terms: listed ? termsOf(record, readingOf(record.headline)) : null,
    about: about?.list() ?? null,
    kept: about && packedTerms(about),
  };
}
