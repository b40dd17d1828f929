import { carriedSchema, carriedType } from '../article/carried.ts';
import {
  type ArticleDraft,
  type DocumentFacts,
  ImportError,
  type ImportHints,
  type ImportItem,
} from '../article/draft.ts';
import { blankDraft, withinLimits } from './draft-limits.ts';
import { type Fragment, readFragment } from './fragment.ts';
import { itemOf, refusedItem } from './item.ts';
import { parseJson } from './json.ts';
import { escapeText } from './markup.ts';
import { lowerKeys, type Ninjs, type NinjsPart, ninjsSchema, oddFields } from './ninjs-schema.ts';
import { plainLine } from './plain.ts';
import { doubtOwn } from './shield.ts';
import { wirePlan } from './wire.ts';

/** Reads IPTC ninjs 1.x to 3.x: one item, or a list of them. @throws ImportError when it is no JSON */
export function* readNinjs(text: string, hints: ImportHints): Generator<ImportItem | DocumentFacts> {
  const document = parseJson(text, hints.name);
  const items = Array.isArray(document) ? document : [document];
  for (const [index, item] of items.entries()) yield readItem(item, index, hints);
  if (items.length > 1) yield { facts: { items: items.length } };
}

function readItem(value: unknown, index: number, hints: ImportHints): ImportItem {
  const item = lowerKeys(value) as Record<string, unknown>;
  const uri = typeof item?.uri === 'string' && item.uri !== '' ? item.uri : null;
  const named = {
    label: uri ?? `item ${index + 1}`,
    guid: uri && `ninjs:${uri}`,
    kind: typeof item?.type === 'string' ? item.type : 'item',
  };
  try {
    const { ninjs, warnings } = checked(item, named.label);
    const carried = carriedIn(ninjs, named.label);
    if (carried) return { ...named, read: { draft: withinLimits(doubtOwn({ ...carried, warnings }, hints.known)) } };
    const read = itemOf(named, { ...draftOf(ninjs, hints), warnings }, ninjs.language ?? null, hints);
    // A field nobody knows is an extension in an article, and a broken item in one that has nothing else.
    if ('error' in read.read && warnings.length > 0)
      return refusedItem(named, new ImportError('malformed', `${named.label}: ${warnings.join('; ')}`));
    return read;
  } catch (error) {
    if (error instanceof ImportError) return refusedItem(named, error);
    throw error;
  }
}

function checked(item: Record<string, unknown>, label: string): { ninjs: Ninjs; warnings: string[] } {
  const result = ninjsSchema.safeParse(item);
  if (!result.success) {
    const faults = result.error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.') || 'item'}: ${issue.message}`);
    throw new ImportError('malformed', `${label} is no valid ninjs: ${faults.join('; ')}`);
  }
  const { unknown, wrong } = oddFields(item);
  if (wrong.length > 0)
    throw new ImportError(
      'malformed',
      `${label} is no valid ninjs: ${wrong[0]} must be a text named with letters, digits and "_"`,
    );
  return { ninjs: result.data, warnings: unknown.map((field) => `${field}: a field ninjs does not have`) };
}

/** The article as Dateline wrote it beside what ninjs can say; null when another system did. @throws ImportError */
function carriedIn(item: Ninjs, label: string): ArticleDraft | null {
  const body = item.bodies?.find(({ contenttype }) => contenttype === carriedType);
  if (!body) return null;
  const result = carriedSchema.safeParse(parseJson(body.value, label));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ImportError('malformed', `${label}, ${carriedType}: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { section, pinned, ...fields } = result.data;
  const page = item.renditions && Object.values(item.renditions).find(({ contenttype }) => contenttype === 'text/html');
  return {
    ...blankDraft(),
    ...fields,
    section: { path: section, breadcrumb: [], isDeclared: true },
    related: pinned,
    address: page?.href ?? null,
    version: { number: Number(item.version) || null, at: item.versioncreated ?? null },
  };
}

function draftOf(item: Ninjs, hints: ImportHints): ArticleDraft {
  const headline = headlineOf(item);
  const { content, dropped } = bodyOf(item, headline, hints);
  const pictures = associationsOf(item).flatMap((part) => pictureOf(part) ?? []);
  const shown = JSON.stringify(content);
  return {
    ...blankDraft(),
    headline,
    kicker: plainLine(item.headlines?.find(({ role }) => role === 'kicker')?.value ?? '') || null,
    standfirst: standfirstOf(item, shown),
    ...wirePlan({
      created: item.firstcreated ?? item.contentcreated ?? null,
      version: item.versioncreated ?? null,
      number: item.version,
      embargo: item.embargoeduntil ?? item.embargoed ?? null,
      status: item.pubstatus ?? 'usable',
      timeZone: hints.timeZone,
    }),
    authors: bylineNames(item.by ?? item.byline ?? ''),
    source: sourceOf(item),
    tags: (item.subjects ?? item.subject ?? []).flatMap(({ name }) => name ?? []),
    lead: pictures.find(({ src }) => src === null || !shown.includes(src)) ?? null,
    body: { type: 'doc', content },
    address: /^https?:/.test(item.uri) ? item.uri : null,
    dropped,
  };
}

function headlineOf(item: NinjsPart): string {
  const main = item.headlines?.find(({ role }) => role === 'main') ?? item.headlines?.[0];
  return plainLine(main?.value ?? item.headline ?? item.title ?? '');
}

/** Every text of an item by its kind, generation 1 (`body_html`) and later ones (`bodies`) alike. */
function textsOf(item: NinjsPart, list: 'bodies' | 'descriptions', prefix: 'body' | 'description') {
  const old = Object.entries(item).flatMap(([key, value]) =>
    key.startsWith(`${prefix}_`) && typeof value === 'string' ? [{ kind: key.slice(prefix.length + 1), value }] : [],
  );
  const recent = (item[list] ?? []).map(({ role, contenttype, value }) => ({
    kind: `${contenttype ?? ''} ${role ?? ''}`,
    value,
  }));
  return [...recent, ...old].filter(({ value }) => value.trim() !== '');
}

function bodyOf(item: Ninjs, headline: string, hints: ImportHints): Pick<Fragment, 'content' | 'dropped'> {
  const texts = textsOf(item, 'bodies', 'body').filter(({ kind }) => !/xml(?!\w)|nitf/.test(kind.replace('xhtml', '')));
  const html = texts.find(
    ({ kind, value }) => /html/.test(kind) || (!/plain|text/.test(kind) && /<p[\s>]/i.test(value)),
  );
  const plain = texts.find(({ kind }) => !/html/.test(kind));
  // A flash has no text but its description; a picture's description is its caption.
  const flash = (item.type ?? 'text') === 'text' ? (textsOf(item, 'descriptions', 'description')[0]?.value ?? '') : '';
  const markup = html?.value ?? linesAsParagraphs(plain?.value ?? flash);
  return readFragment(markup, {
    name: hints.name,
    base: /^https?:/.test(item.uri) ? item.uri : null,
    where: 'body',
    headline,
  });
}

export const linesAsParagraphs = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');

function standfirstOf(item: Ninjs, shown: string): string | null {
  const [description] = textsOf(item, 'descriptions', 'description');
  const line = description ? plainLine(description.value) : '';
  return line === '' || shown.includes(line.slice(0, 60)) ? null : line;
}

const associationsOf = (item: Ninjs): NinjsPart[] => Object.values(item.associations ?? {});

function pictureOf(part: NinjsPart): ArticleDraft['lead'] {
  if (part.type !== 'picture' && part.type !== 'graphic') return null;
  const renditions = Object.values(part.renditions ?? {}).filter(
    ({ href, contenttype, mimetype }) => href && !/^(?!image\/)/.test(contenttype ?? mimetype ?? 'image/'),
  );
  const [largest] = renditions.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0));
  const src = largest?.href ?? (/^https?:.*\.(?:jpe?g|png|webp|gif)$/i.test(part.uri) ? part.uri : null);
  if (!src) return null;
  const [description] = textsOf(part, 'descriptions', 'description');
  const credit = plainLine(part.by ?? part.byline ?? part.copyrightholder ?? '');
  const caption = plainLine(description?.value ?? '');
  return { media: null, src, alt: plainLine(part.title ?? part.headline ?? caption), caption, credit };
}

function sourceOf(item: Ninjs): ArticleDraft['source'] {
  const [info] = (item.infosources ?? item.infosource ?? []).filter(({ name }) => name);
  const name = plainLine(info?.name ?? item.copyrightholder ?? '');
  const url = info?.uri && /^https?:/.test(info.uri) ? info.uri : null;
  return name ? { name, url } : null;
}

/** `By Ann Lee and Bo Chen, Staff Writers` is two names. */
export function bylineNames(text: string): string[] {
  const line = plainLine(text).replace(/^(?:by|von|par|de|文[/／:：]|记者|記者|本报记者)\s+/i, '');
  return line
    .split(/\s*(?:,|，|、|;|；|\/|&|\band\b|\bund\b|\bet\b)\s*/)
    .map((name) => name.trim())
    .filter(
      (name) =>
        name !== '' &&
        !/^(?:staff|senior|special|chief|political)?\s*(?:writers?|reporters?|correspondents?|editors?)$/i.test(name),
    );
}
