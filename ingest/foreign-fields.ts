import type { ArticleDraft, ImportHints } from '../article/draft.ts';
import { slugPattern } from '../article/record.ts';
import { isWebAddress } from '../article/schema.ts';
import { blankDraft } from './draft-limits.ts';
import { isoInstant } from './moments.ts';
import { isPictureAddress } from './pictures.ts';
import { oneLine } from './wording.ts';

/**
 * Front matter of other generators (Hexo, Hugo, Jekyll, Eleventy, Docusaurus …): the usual names of the usual fields.
 * What is not understood is named in a warning, never guessed and never a reason to refuse.
 */
export function readForeignFields(fields: Record<string, unknown>, hints: ImportHints): ArticleDraft {
  const warnings: string[] = [];
  const used = new Set<string>();
  const take = <T>(keys: readonly string[], read: (value: unknown) => T | null): T | null => {
    for (const key of keys) {
      if (!(key in fields) || fields[key] === null) continue;
      used.add(key);
      const value = read(fields[key]);
      if (value !== null) return value;
      warnings.push(`${key}: ${JSON.stringify(fields[key])?.slice(0, 120)} is not understood and was left out`);
    }
    return null;
  };
  const moment = (value: unknown) => isoInstant(String(value), hints.timeZone);
  const picture = take(['image', 'cover', 'thumbnail', 'banner', 'feature_image', 'featured_image'], (value) =>
    typeof value === 'string' && isPictureAddress(value) ? value : null,
  );
  const draft: ArticleDraft = {
    ...blankDraft(),
    headline: take(['title'], asLine) ?? '',
    standfirst: take(['summary', 'description', 'excerpt', 'subtitle'], asLine),
    authors: take(['authors', 'author'], asNames) ?? [],
    publishedAt: take(['date', 'published', 'pubDate', 'publishDate', 'published_at', 'created'], moment),
    updatedAt: take(['updated', 'lastmod', 'modified', 'updated_at', 'last_modified_at'], moment),
    tags: take(['tags', 'keywords', 'tag'], asNames) ?? [],
    section: { path: null, breadcrumb: take(['section', 'categories', 'category'], asNames) ?? [], isDeclared: false },
    slug: take(['slug'], (value) =>
      typeof value === 'string' && slugPattern.test(value) && value.length <= 80 ? value : null,
    ),
    source: take(['source'], asSource),
    address: take(['canonical_url', 'canonical', 'canonicalUrl'], asAddress),
    lead: picture === null ? null : { media: null, src: picture, alt: '', caption: '', credit: '' },
    warnings,
  };
  const left = Object.keys(fields).filter((key) => !used.has(key));
  if (left.length > 0) warnings.push(`front matter fields left out: ${left.slice(0, 40).join(', ')}`);
  if (draft.publishedAt && draft.updatedAt && draft.updatedAt < draft.publishedAt) draft.updatedAt = null;
  return draft;
}

const asLine = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) || null : null;

/** A list of names, or one string of names separated by commas. Objects count by their `name`. */
function asNames(value: unknown): string[] | null {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，、;；]/) : [value];
  const names = items.flatMap((item) => asLine((item as { name?: unknown } | null)?.name ?? item) ?? []);
  return names.length > 0 || items.length === 0 ? names : null;
}

const asAddress = (value: unknown): string | null =>
  typeof value === 'string' && /^https?:/i.test(value) && isWebAddress(value) ? value : null;

function asSource(value: unknown): { name: string; url: string | null } | null {
  const name = asLine((value as { name?: unknown } | null)?.name ?? value);
  return name === null ? null : { name, url: asAddress((value as { url?: unknown }).url) };
}
