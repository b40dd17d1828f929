import { type ArticlesDocument, articlesDocumentSchema, type RegisterDocument } from '../article/proof.ts';
import { chunkOf, entryAt, hashOfChunk, leafBytes, leafOfCard, placesPerChunk } from '../article/register.ts';
import { placesPath } from '../edition/data-paths.ts';
import type { Answer } from './fetching.ts';
import { finding } from './finding.ts';
import { json, parsed, Unproven } from './unproven.ts';

type Chunk = { hash: string; leaves: Buffer; listed: string[] };

/** The places of the register, chunk by chunk; one is fetched again only when the register names another hash for it. */
export class Places {
  readonly #fetch: (path: string) => Promise<Answer>;
  readonly #chunks = new Map<number, Chunk>();

  constructor(fetch: (path: string) => Promise<Answer>) {
    this.#fetch = fetch;
  }

  /** The leaf at an article's number (hex); null where nothing is published. @throws Unproven, NoAnswer */
  async leaf({ chunks }: RegisterDocument, number: number): Promise<string | null> {
    const chunk = chunkOf(number);
    const hash = chunks.articles[chunk];
    if (hash === undefined) return null;
    return entryAt((await this.#chunk(chunk, hash)).leaves, number % placesPerChunk)?.toString('hex') ?? null;
  }

  /** Paths of all listed articles. @throws Unproven, NoAnswer */
  async listedPaths({ chunks }: RegisterDocument): Promise<Set<string>> {
    const paths = new Set<string>();
    for (const [index, hash] of chunks.articles.entries())
      for (const path of (await this.#chunk(index, hash)).listed) paths.add(path);
    return paths;
  }

  async #chunk(index: number, hash: string): Promise<Chunk> {
    const known = this.#chunks.get(index);
    if (known?.hash === hash) return known;
    const { status, body, url } = await this.#fetch(placesPath('articles', index));
    if (status !== 200) throw new Unproven(finding(url, 'places.status', '200', String(status)));
    const { places } = parsed(articlesDocumentSchema.safeParse(json(body, url)), url);
    const leaves = leavesOf(places, index);
    if (hashOfChunk(leaves).toString('hex') !== hash)
      throw new Unproven(finding(url, 'places.content', 'the places the register stands over', 'others'));
    const chunk = {
      hash,
      leaves,
      listed: places.flatMap((place) => ('path' in place && place.listed ? [place.path] : [])),
    };
    this.#chunks.set(index, chunk);
    return chunk;
  }
}

function leavesOf(places: ArticlesDocument['places'], index: number): Buffer {
  const first = index * placesPerChunk;
  const last = places.at(-1)?.number ?? first - 1;
  const leaves = Buffer.alloc((last - first + 1) * leafBytes);
  for (const place of places) {
    const leaf = 'leaf' in place ? Buffer.from(place.leaf, 'hex') : leafOfCard(place);
    if (place.number >= first && place.number <= last) leaves.set(leaf, (place.number - first) * leafBytes);
  }
  return leaves;
}
