import { z } from 'zod';
import { instantSchema, mediaSchema, slugSchema } from '../../article/record.ts';
import { keyIdSchema, sealSchema } from '../../article/seal.ts';
import { siteSchema } from '../../edition/site.ts';

/**
 * A whole newsroom as a folder of files a person can read; docs/portable-export.md describes it for those who read it
 * with a program of their own.
 */
export const formatName = 'dateline-newsroom/1';

/** Names inside of the folder. */
export const files = {
  newsroom: 'newsroom.json',
  keys: 'keys.jsonl',
  feeds: 'feeds.jsonl',
  hosts: 'hosts.jsonl',
  pictures: 'pictures.jsonl',
  tag: 'tags.jsonl',
  author: 'authors.jsonl',
  source: 'sources.jsonl',
  articles: 'articles',
  article: 'article.json',
  readable: 'article.md',
} as const;

export const topicKinds = ['tag', 'author', 'source'] as const;

export const revisionFile = (revision: number): string => `revision-${revision}.json`;
export const recordFile = (position: number): string => `record-${position}.json`;

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };
export const pictureFile = ({ id, type }: { id: string; type: string }): string =>
  `pictures/${id.slice(0, 2)}/${id}.${extensions[type] ?? 'bin'}`;

const text = z.string();
const number = z.int().min(1);
const articleIdSchema = text.regex(/^[a-z0-9]{10}$/, 'an article id of ten letters and digits');
const pathSchema = text.max(300).startsWith('/');

export const newsroomSchema = z.strictObject({
  format: z.literal(formatName),
  site: siteSchema,
  /** Ids of the articles on the front, the lead first. */
  front: z.array(articleIdSchema),
  /** What becomes of articles that link to a host nobody has decided about. */
  newHosts: z.enum(['withhold', 'hold', 'allow']),
  /** When the settings were published. */
  publications: z.array(z.strictObject({ seq: number, at: instantSchema })),
  counts: z.strictObject({ articles: z.int().min(0), pictures: z.int().min(0) }),
});

export const keySchema = z.strictObject({
  id: keyIdSchema,
  algorithm: z.literal('Ed25519'),
  publicKey: text.regex(/^[\w-]{43}$/, '32 bytes in base64url'),
  /** Why nothing it signed is believed any more; null while it is. */
  revoked: z.strictObject({ at: instantSchema, reason: text.nullable() }).nullable(),
});
export type PortableKey = z.infer<typeof keySchema>;

export const topicSchema = z.strictObject({
  number,
  slug: slugSchema,
  name: text.min(1).max(120),
  role: text.max(2_000).nullable(),
  bio: text.max(2_000).nullable(),
});

export const pictureSchema = mediaSchema.extend({
  id: text.regex(/^[0-9a-f]{16}$/),
  type: z.enum(['image/jpeg', 'image/png']),
  at: instantSchema,
  file: text,
});
export type PictureLine = z.infer<typeof pictureSchema>;

export const feedSchema = z.strictObject({
  address: z.url(),
  section: text.nullable(),
  publish: z.union([z.literal(0), z.literal(1)]),
  etag: text.nullable(),
  lastModified: text.nullable(),
  checkedAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
  failures: z.int().min(0),
  error: text.nullable(),
});

const hostName = text.regex(/^[^\s/@]{1,255}$/, 'a host');
export const hostSchema = z.strictObject({
  host: hostName,
  status: z.enum(['new', 'approved', 'refused']),
  at: instantSchema,
});

const factsSchema = z.strictObject({
  path: pathSchema,
  formerly: z.array(pathSchema),
  related: z.array(articleIdSchema),
  translations: z.array(articleIdSchema),
  withheld: z.array(hostName).optional(),
});

const sealedSchema = z.strictObject({
  position: number,
  seal: sealSchema,
  facts: factsSchema,
  key: keyIdSchema,
  signature: text.regex(/^[\w-]{86}$/, '64 bytes in base64url'),
});

export const articleSchema = z.strictObject({
  id: articleIdSchema,
  number,
  createdAt: instantSchema,
  /** The revision that is worked on, and the one readers see. */
  headRevision: number,
  publishedRevision: number.nullable(),
  path: pathSchema.nullable(),
  /** Addresses that lead to it: its own earlier ones, and those it had elsewhere. */
  formerPaths: z.array(text.max(2_048)),
  /** Hosts it leads to as it is published. */
  hosts: z.array(hostName),
  hold: z.strictObject({ reasons: z.array(text), at: instantSchema }).nullable(),
  publications: z.array(
    z.strictObject({ seq: number, revision: number, at: instantSchema, seals: z.array(sealedSchema) }),
  ),
  imports: z.array(
    z.strictObject({
      origin: text,
      digest: text,
      format: text,
      address: text.nullable(),
      at: instantSchema,
      version: z.int().nullable(),
      versionAt: text.nullable(),
    }),
  ),
  quarantine: z.array(z.strictObject({ id: number, origin: text, rule: text, place: text, text, at: instantSchema })),
});
export type PortableArticleFile = z.infer<typeof articleSchema>;

export const revisionSchema = z.strictObject({
  revision: number,
  at: instantSchema,
  note: text,
  document: z.record(text, z.unknown()),
});

/** The file of a value, for people: keys as they come, two spaces to a level. */
export const readableJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
