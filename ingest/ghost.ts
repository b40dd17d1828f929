import { z } from 'zod';
import {
  type ArticleDraft,
  type DocumentFacts,
  ImportError,
  type ImportHints,
  type ImportItem,
} from '../article/draft.ts';
import { blankDraft } from './draft-limits.ts';
import { readFragment } from './fragment.ts';
import { itemOf, refusedItem } from './item.ts';
import { parseJson } from './json.ts';
import { lexicalHtml } from './lexical.ts';
import { mobiledocHtml } from './mobiledoc.ts';
import { isoInstant } from './moments.ts';
import { slugFrom } from './paths.ts';
import { plainLine } from './plain.ts';

/** Ghost's export (`db[0].data`, or flat) and what its content API answers (`posts` with their authors and tags inside). */

const text = z.string().nullish();
const moment = z.union([z.string(), z.number()]).nullish();
const id = z.union([z.string(), z.number()]).transform(String);
const person = z.looseObject({ name: text });
const tag = z.looseObject({ name: text, visibility: text });
const post = z.looseObject({
  id: id.optional(),
  title: text,
  slug: text,
  html: text,
  lexical: text,
  mobiledoc: text,
  plaintext: text,
  status: text,
  visibility: text,
  type: text,
  page: z.union([z.boolean(), z.number()]).nullish(),
  published_at: moment,
  created_at: moment,
  updated_at: moment,
  custom_excerpt: text,
  canonical_url: text,
  feature_image: text,
  feature_image_alt: text,
  feature_image_caption: text,
  author_id: id.nullish(),
  authors: z.array(person).nullish(),
  tags: z.array(tag).nullish(),
});
const link = z.looseObject({ post_id: id, sort_order: z.number().nullish() });
const dataSchema = z.looseObject({
  posts: z.array(z.unknown()).max(1_000_000),
  users: z.array(person.extend({ id })).nullish(),
  tags: z.array(tag.extend({ id })).nullish(),
  posts_authors: z.array(link.extend({ author_id: id })).nullish(),
  posts_tags: z.array(link.extend({ tag_id: id })).nullish(),
  posts_meta: z.array(z.looseObject({ post_id: id, feature_image_alt: text, feature_image_caption: text })).nullish(),
});

type Post = z.infer<typeof post>;

/** The names a post goes with, looked up once for the whole export. */
type Names = {
  authors: Map<string, string[]>;
  users: Map<string, string>;
  tags: Map<string, string[]>;
  meta: Map<string, { alt: string; caption: string }>;
};

/** @throws ImportError when the document is no Ghost export */
export function* readGhost(source: string, hints: ImportHints): Generator<ImportItem | DocumentFacts> {
  const document = parseJson(source, hints.name) as { db?: { data?: unknown }[]; data?: unknown };
  const result = dataSchema.safeParse(document.db?.[0]?.data ?? document.data ?? document);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ImportError('malformed', `${hints.name} is no Ghost export: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const names = namesOf(result.data);
  for (const [index, entry] of result.data.posts.entries()) yield readPost(entry, index, names, hints);
  const { posts, users, tags } = result.data;
  yield { facts: { posts: posts.length, users: users?.length ?? 0, tags: tags?.length ?? 0 } };
}

function readPost(value: unknown, index: number, names: Names, hints: ImportHints): ImportItem {
  const result = post.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const error = new ImportError('malformed', `post ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
    return refusedItem({ label: `post ${index + 1}`, guid: null, kind: 'post' }, error);
  }
  const { data } = result;
  const key = data.id ?? data.slug ?? null;
  const named = {
    label: data.slug ?? key ?? `post ${index + 1}`,
    guid: key && `ghost:${key}`,
    kind: isPage(data) ? 'page' : 'post',
  };
  try {
    return itemOf(named, draftOf(data, names, hints), null, hints);
  } catch (error) {
    if (error instanceof ImportError) return refusedItem(named, error);
    throw error;
  }
}

const isPage = ({ type, page }: Post) => type === 'page' || Boolean(page);

function draftOf(entry: Post, names: Names, hints: ImportHints): ArticleDraft {
  const key = entry.id ?? '';
  const html =
    entry.html ??
    (entry.lexical
      ? lexicalHtml(entry.lexical, hints.name)
      : entry.mobiledoc
        ? mobiledocHtml(entry.mobiledoc, hints.name)
        : '');
  const fragment = readFragment(ownAddresses(html), { name: hints.name, base: null, where: 'html' });
  const tags = (
    entry.tags?.map((t) => (t.visibility === 'internal' ? '' : (t.name ?? ''))) ??
    names.tags.get(key) ??
    []
  ).filter((name) => name !== '' && !name.startsWith('#'));
  const authors = entry.authors?.flatMap(({ name }) => name ?? []) ?? names.authors.get(key) ?? [];
  const [main] = tags;
  const path = slugFrom(entry.slug ?? null);
  return {
    ...blankDraft(),
    headline: plainLine(entry.title === '(Untitled)' ? '' : (entry.title ?? '')),
    standfirst: plainLine(entry.custom_excerpt ?? '') || null,
    ...datesOf(entry, hints),
    ...stateOf(entry),
    slug: path,
    section: { path: null, breadcrumb: main ? [main] : [], isDeclared: false },
    authors: authors.length > 0 ? authors : [names.users.get(entry.author_id ?? '') ?? ''].filter(Boolean),
    tags,
    lead: leadOf(entry, names),
    body: { type: 'doc', content: fragment.content },
    address: entry.canonical_url ?? null,
    formerPaths: entry.slug ? [`/${entry.slug.toLowerCase()}`] : [],
    dropped: fragment.dropped,
  };
}

/** Ghost writes its own address as a placeholder; its pictures lie beside the export in `content/images`. */
const ownAddresses = (html: string) =>
  html.replaceAll('__GHOST_URL__/content/', 'content/').replaceAll('__GHOST_URL__', '');

function datesOf(entry: Post, { timeZone }: ImportHints): Pick<ArticleDraft, 'publishedAt' | 'updatedAt'> {
  const read = (value: Post['published_at']) =>
    typeof value === 'number'
      ? isoInstant(new Date(value).toISOString(), 'UTC')
      : value
        ? (isoInstant(value, 'UTC') ?? isoInstant(value, timeZone))
        : null;
  const publishedAt = read(entry.published_at) ?? read(entry.created_at);
  const updated = read(entry.updated_at);
  return { publishedAt, updatedAt: publishedAt && updated && updated > publishedAt ? updated : null };
}

/** Scheduled posts are published ones of a later date; what members pay for is not published to everybody. */
function stateOf(entry: Post): Pick<ArticleDraft, 'isDraft' | 'warnings'> {
  const warnings: string[] = [];
  const { status, visibility } = entry;
  if (isPage(entry)) warnings.push('a page of the site, not a post; it is kept as a draft');
  if (status && status !== 'published' && status !== 'scheduled' && status !== 'sent')
    warnings.push(`its status is "${status}"; it is kept as a draft`);
  if (visibility && visibility !== 'public') warnings.push(`only "${visibility}" may read it; it is kept as a draft`);
  return { isDraft: warnings.length > 0, warnings };
}

function leadOf(entry: Post, { meta }: Names): ArticleDraft['lead'] {
  if (!entry.feature_image) return null;
  const more = meta.get(entry.id ?? '');
  return {
    media: null,
    src: ownAddresses(entry.feature_image),
    alt: plainLine(entry.feature_image_alt ?? more?.alt ?? ''),
    caption: plainLine(entry.feature_image_caption ?? more?.caption ?? ''),
    credit: '',
  };
}

function namesOf(data: z.infer<typeof dataSchema>): Names {
  const users = new Map((data.users ?? []).map((user) => [user.id, user.name ?? '']));
  const tags = new Map((data.tags ?? []).map((t) => [t.id, t.visibility === 'internal' ? '' : (t.name ?? '')]));
  const gather = <Link extends z.infer<typeof link>>(
    links: Link[] | null | undefined,
    nameOf: (entry: Link) => string | undefined,
  ) => {
    const found = new Map<string, string[]>();
    for (const entry of (links ?? []).toSorted((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0))) {
      const name = nameOf(entry);
      if (!name) continue;
      const list = found.get(entry.post_id);
      if (list) list.push(name);
      else found.set(entry.post_id, [name]);
    }
    return found;
  };
  return {
    users,
    authors: gather(data.posts_authors, ({ author_id }) => users.get(author_id)),
    tags: gather(data.posts_tags, ({ tag_id }) => tags.get(tag_id)),
    meta: new Map(
      (data.posts_meta ?? []).map((entry) => [
        entry.post_id,
        { alt: entry.feature_image_alt ?? '', caption: entry.feature_image_caption ?? '' },
      ]),
    ),
  };
}
