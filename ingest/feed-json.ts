import { z } from 'zod';
import { ImportError } from '../article/draft.ts';
import type { Feed, FeedHead, FeedPerson, FeedText } from './feed-model.ts';
import { resolveIn } from './feed-text.ts';
import { parseJson } from './json.ts';

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). Unknown and `_`-prefixed fields are extensions and ignored, as the standard says. */

const text = z.string().nullish();
const author = z.object({ name: text, url: text, avatar: text });
const item = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author: author.nullish(),
  authors: z.array(author).nullish(),
  tags: z.array(z.string()).nullish(),
  language: text,
  attachments: z
    .array(z.object({ url: z.string(), mime_type: text, title: text, size_in_bytes: z.number().nullish() }))
    .nullish(),
});
const feedSchema = z.object({
  version: z.string().regex(/^https:\/\/jsonfeed\.org\/version\/1/),
  title: text,
  home_page_url: text,
  feed_url: text,
  description: text,
  icon: text,
  author: author.nullish(),
  authors: z.array(author).nullish(),
  language: text,
  items: z.array(item).max(100_000),
});

type Item = z.infer<typeof item>;

/** @throws ImportError naming the field that breaks the standard */
export function parseJsonFeed(source: string, name: string): Feed {
  const result = feedSchema.safeParse(parseJson(source, name));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ImportError('malformed', `${name} is no valid JSON Feed: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { data } = result;
  const base = data.home_page_url ?? data.feed_url ?? null;
  return {
    ...emptyHead,
    version: `json${/version\/(\d)\.?(\d)?/.exec(data.version)?.slice(1).join('') ?? '1'}`,
    title: plain(data.title),
    subtitle: plain(data.description),
    id: data.feed_url ?? null,
    link: data.home_page_url ?? null,
    authors: people(data.authors ?? (data.author ? [data.author] : [])),
    language: data.language ?? null,
    icon: data.icon ?? null,
    image: null,
    info: null,
    ttl: null,
    entries: data.items.map((entry) => entryOf(entry, base)),
  };
}

const emptyHead: FeedHead = {
  title: null,
  subtitle: null,
  id: null,
  link: null,
  links: [],
  authors: [],
  contributors: [],
  publisher: null,
  rights: null,
  tags: [],
  published: null,
  updated: null,
  created: null,
  language: null,
  generator: null,
};

const plain = (value: string | null | undefined): FeedText | null =>
  value?.trim() ? { value: value.trim(), type: 'text/plain', base: null } : null;

const people = (authors: z.infer<typeof author>[]): FeedPerson[] =>
  authors.map(({ name, url }) => ({ name: name ?? null, email: null, url: url ?? null }));

function entryOf(entry: Item, base: string | null): Feed['entries'][number] {
  const link = entry.url ?? entry.external_url ?? null;
  const here = link ? (resolveIn(link, base) ?? base) : base;
  const html: FeedText | null = entry.content_html?.trim()
    ? { value: entry.content_html.trim(), type: 'text/html', base: here }
    : plain(entry.content_text);
  const attachments = entry.attachments ?? [];
  const pictures = [
    ...[entry.image, entry.banner_image].flatMap((src) => (src ? [{ src, caption: '', credit: '' }] : [])).slice(0, 1),
    ...attachments
      .filter(({ mime_type }) => mime_type?.startsWith('image/'))
      .map(({ url, title }) => ({ src: url, caption: title ?? '', credit: '' })),
  ];
  return {
    ...emptyHead,
    title: plain(entry.title),
    id: entry.id,
    link: link && (resolveIn(link, base) ?? null),
    authors: people(entry.authors ?? (entry.author ? [entry.author] : [])),
    tags: (entry.tags ?? []).map((term) => ({ term, scheme: null, label: null })),
    published: entry.date_published ?? null,
    updated: entry.date_modified ?? null,
    language: entry.language ?? null,
    summary: plain(entry.summary),
    content: html ? [html] : [],
    enclosures: attachments.map(({ url, mime_type, size_in_bytes }) => ({
      href: url,
      type: mime_type ?? null,
      length: size_in_bytes == null ? null : String(size_in_bytes),
    })),
    pictures,
    source: null,
    expired: null,
    isIdLink: false,
    line: 0,
  };
}
