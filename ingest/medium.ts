import type { ArticleDraft, ImportHints, ImportItem } from '../article/draft.ts';
import { blankDraft } from './draft-limits.ts';
import { readPart } from './fragment.ts';
import { itemOf } from './item.ts';
import { isoInstant } from './moments.ts';
import { elementsOf, type PageElement, parsePage, rawText } from './page.ts';
import { formerPath, slugFrom } from './paths.ts';
import { oneLine } from './wording.ts';

/** What every page of a Medium export has: an h-entry whose body is a marked section, and the line that says where it is from. */
export const isMediumPage = (html: string): boolean =>
  /<article[^>]{0,200}\bh-entry\b/.test(html) && /<section[^>]{0,200}data-field="body"/.test(html);

/** Reads one post of a Medium export. A post without a date of publication was a draft. @throws ImportError */
export function* readMedium(html: string, hints: ImportHints): Generator<ImportItem> {
  const page = parsePage(html, hints.name);
  const elements = elementsOf(page.root);
  const find = (test: (element: PageElement) => boolean) => elements.find(test);
  const named = (name: string) => find(({ attributes }) => (attributes.class ?? '').split(/\s+/).includes(name));
  const text = (element: PageElement | undefined) => (element ? oneLine(rawText(element)) : '');
  const title = text(named('p-name')) || text(find(({ tag }) => tag === 'title'));
  const subtitle = text(find(({ attributes }) => attributes['data-field'] === 'subtitle'));
  const body = find(({ attributes }) => attributes['data-field'] === 'body') ?? page.root;
  const fragment = readPart(page, body, {
    name: hints.name,
    base: null,
    where: 'body',
    headline: title,
    standfirst: subtitle,
  });
  const published = named('dt-published')?.attributes.datetime ?? null;
  const canonical = named('p-canonical')?.attributes.href ?? null;
  const author = text(named('p-author'));
  const path = formerPath(canonical);
  const draft: ArticleDraft = {
    ...blankDraft(),
    headline: title,
    standfirst: subtitle || null,
    publishedAt: published ? isoInstant(published, hints.timeZone) : null,
    isDraft: published === null,
    slug: slugFrom(slugIn(canonical)),
    authors: author ? [author] : [],
    tags: elements.filter(({ attributes }) => /\bp-(?:tag|category)\b/.test(attributes.class ?? '')).map(text),
    body: { type: 'doc', content: fragment.content },
    address: canonical,
    // A post on medium.com keeps its address there; one on the newsroom's own domain moves here.
    formerPaths: path && canonical && !/(?:^|\.)medium\.com$/.test(new URL(canonical).hostname) ? [path] : [],
    dropped: fragment.dropped,
    warnings: published === null ? ['Medium names no date of publication: it is kept as a draft'] : [],
  };
  yield itemOf({ label: '', guid: canonical && `medium:${canonical}`, kind: 'post' }, draft, null, hints);
}

/** Medium's addresses end in the slug and a number: `/@name/a-story-1a2b3c4d5e6f`. */
const slugIn = (address: string | null): string | null =>
  /\/([^/?#]+?)-[0-9a-f]{8,14}(?:[?#]|$)/.exec(address ?? '')?.[1] ?? null;
