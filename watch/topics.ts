import { type RegisterDocument, topicsDocumentSchema } from '../article/proof.ts';
import { hashOfChunk, leafBytes, placesPerChunk, topicLeaf } from '../article/register.ts';
import type { TopicKind } from '../db/content/schema.ts';
import { placesPath } from '../edition/data-paths.ts';
import type { Answer } from './fetching.ts';
import { finding } from './finding.ts';
import { json, parsed, Unproven } from './unproven.ts';

/** A tag, author or source as the newsroom signed it. */
export type SignedTopic = { kind: TopicKind; slug: string; name: string; role: string | null; bio: string | null };

/** The topics of the register, chunk by chunk; one is fetched again only when the register names another hash for it. */
export class Topics {
  readonly #fetch: (path: string) => Promise<Answer>;
  readonly #chunks = new Map<number, { hash: string; topics: SignedTopic[] }>();

  constructor(fetch: (path: string) => Promise<Answer>) {
    this.#fetch = fetch;
  }

  /** @throws Unproven, NoAnswer */
  async all({ chunks }: RegisterDocument): Promise<SignedTopic[]> {
    const topics: SignedTopic[] = [];
    for (const [index, hash] of chunks.topics.entries()) topics.push(...(await this.#chunk(index, hash)));
    return topics;
  }

  async #chunk(index: number, hash: string): Promise<SignedTopic[]> {
    const known = this.#chunks.get(index);
    if (known?.hash === hash) return known.topics;
    const { status, body, url } = await this.#fetch(placesPath('topics', index));
    if (status !== 200) throw new Unproven(finding(url, 'places.status', '200', String(status)));
    const { places } = parsed(topicsDocumentSchema.safeParse(json(body, url)), url);
    const first = index * placesPerChunk;
    const leaves = Buffer.alloc(((places.at(-1)?.number ?? first - 1) - first + 1) * leafBytes);
    for (const { number, kind, slug, record } of places)
      if (number >= first) leaves.set(topicLeaf(kind, slug, record), (number - first) * leafBytes);
    if (hashOfChunk(leaves).toString('hex') !== hash)
      throw new Unproven(finding(url, 'places.content', 'the places the register stands over', 'others'));
    const topics = places.map(({ record }) => JSON.parse(record) as SignedTopic);
    this.#chunks.set(index, { hash, topics });
    return topics;
  }
}
