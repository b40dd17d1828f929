import type { ArticleDraft, ImportHints } from '../article/draft.ts';
import { blankDraft } from './draft-limits.ts';
import { readFragment } from './fragment.ts';
import { httpInstant } from './http-dates.ts';
import { isoInstant } from './moments.ts';
import { formerPath, slugFrom } from './paths.ts';
import { plainLine } from './plain.ts';
import { wordpressHtml } from './wxr-content.ts';
import { encoded, metaOf } from './wxr-fields.ts';
import { historyOf } from './wxr-revisions.ts';
import type { WxrPicture, WxrSurvey } from './wxr-survey.ts';
import { childrenNamed, childText, type XmlElement, xmlText } from './xml.ts';

/** One post of a WordPress export as a draft. */
export function readPost(item: XmlElement, survey: WxrSurvey, hints: ImportHints): ArticleDraft {
  const link = childText(item, 'link');
  const galleryOf = (ids: string[] | null) =>
    (ids?.map(Number) ?? survey.children.get(Number(childText(item, 'post_id'))) ?? []).flatMap(
      (id) => survey.attachments.get(id) ?? [],
    );
  const textOf = (content: string) => {
    const { html, shortcodes } = wordpressHtml(content, galleryOf);
    const place = { name: hints.name, base: link ?? survey.site, where: 'content:encoded' };
    return { fragment: readFragment(html, place), shortcodes };
  };
  const { fragment, shortcodes } = textOf(encoded(item, 'content'));
  const type = childText(item, 'post_type') ?? 'post';
  const terms = termsOf(item);
  const draft: ArticleDraft = {
    ...blankDraft(),
    headline: plainLine(childText(item, 'title') ?? ''),
    standfirst: plainLine(encoded(item, 'excerpt')) || null,
    ...datesOf(item, hints),
    ...stateOf(item, type),
    slug: slugFrom(childText(item, 'post_name')),
    section: sectionOf(terms, survey),
    authors: authorsOf(item, terms, survey),
    tags: terms.filter(({ domain }) => domain === 'post_tag' || domain === 'tag').map(({ name }) => name),
    layout: terms.some(({ nicename }) => nicename === 'post-format-gallery') ? 'gallery' : 'standard',
    lead: leadOf(item, survey),
    body: { type: 'doc', content: fragment.content },
    address: link,
    formerPaths: [formerPath(link)].filter((path) => path !== null),
    dropped: [
      ...fragment.dropped,
      ...shortcodes.map((text) => ({ text, rule: 'boilerplate.shortcode' as const, where: 'content:encoded' })),
    ],
    warnings: warningsOf(item, type),
  };
  const history = historyOf(item, survey.revisions, hints, ({ title, content, excerpt }) => ({
    ...draft,
    headline: plainLine(title),
    standfirst: plainLine(excerpt) || null,
    body: { type: 'doc', content: textOf(content).fragment.content },
    updatedAt: null,
    dropped: [],
    warnings: [],
  }));
  return { ...draft, history };
}

function datesOf(item: XmlElement, { timeZone }: ImportHints): Pick<ArticleDraft, 'publishedAt' | 'updatedAt'> {
  const gmt = (name: string) => stamp(childText(item, name), 'UTC');
  const publishedAt =
    gmt('post_date_gmt') ??
    stamp(childText(item, 'post_date'), timeZone) ??
    httpInstant(childText(item, 'pubDate') ?? '');
  const modified = gmt('post_modified_gmt') ?? stamp(childText(item, 'post_modified'), timeZone);
  return { publishedAt, updatedAt: publishedAt && modified && modified > publishedAt ? modified : null };
}

/** A draft that was never dated has `0000-00-00 00:00:00`. */
const stamp = (text: string | null, timeZone: string) => (text ? isoInstant(text, timeZone) : null);

const shownStates: ReadonlySet<string> = new Set(['publish', 'future', 'inherit']);

function stateOf(item: XmlElement, type: string): Pick<ArticleDraft, 'isDraft'> {
  const status = childText(item, 'status') ?? 'publish';
  return { isDraft: !shownStates.has(status) || type === 'page' || childText(item, 'post_password') !== null };
}

function warningsOf(item: XmlElement, type: string): string[] {
  const status = childText(item, 'status') ?? 'publish';
  const warnings: string[] = [];
  if (type === 'page') warnings.push('a page of the site, not a post; it is kept as a draft');
  if (!shownStates.has(status)) warnings.push(`its status is "${status}"; it is kept as a draft`);
  if (childText(item, 'post_password')) warnings.push('it is protected by a password; it is kept as a draft');
  const comments = childrenNamed(item, 'comment').length;
  if (comments > 0) warnings.push(`${comments} comments are left out; Dateline has none`);
  return warnings;
}

type Term = { domain: string; nicename: string; name: string };

const termsOf = (item: XmlElement): Term[] =>
  childrenNamed(item, 'category').map((term) => ({
    domain: term.attributes.domain ?? 'category',
    nicename: term.attributes.nicename ?? '',
    name: plainLine(xmlText(term)),
  }));

/** The post's category, a chosen main one before others, with its parent: at most two levels. */
function sectionOf(terms: Term[], { categories }: WxrSurvey): ArticleDraft['section'] {
  const filed = terms.filter(({ domain, name }) => domain === 'category' && name !== '');
  const own = filed.find(({ nicename }) => !/^(?:uncategori[sz]ed|未分类|未分類)/i.test(nicename)) ?? filed[0];
  if (!own) return { path: null, breadcrumb: [], isDeclared: false };
  const trail = [own];
  for (let at = categories.get(own.nicename); at?.parent && trail.length < 5; ) {
    const parent = categories.get(at.parent);
    if (!parent) break;
    trail.unshift({ domain: 'category', nicename: at.parent, name: parent.name });
    at = parent;
  }
  const levels = trail.length > 2 ? [trail[0] as Term, own] : trail;
  const slugs = levels.map(({ nicename }) => slugFrom(nicename));
  return {
    path: slugs.every((slug) => slug !== null) ? slugs.join('/') : null,
    breadcrumb: levels.map(({ name }) => name),
    isDeclared: true,
  };
}

/** Authors a plug-in filed the post under, else the login that created it. */
function authorsOf(item: XmlElement, terms: Term[], { authors }: WxrSurvey): string[] {
  const filed = terms.filter(({ domain }) => domain === 'author').map(({ name }) => authors.get(name) ?? name);
  if (filed.length > 0) return filed;
  const login = childText(item, 'creator') ?? childText(item, 'author');
  return login ? [authors.get(login) ?? login] : [];
}

function leadOf(item: XmlElement, { attachments }: WxrSurvey): ArticleDraft['lead'] {
  const picture: WxrPicture | undefined = attachments.get(Number(metaOf(item, '_thumbnail_id') ?? 0));
  return picture ? { media: null, ...picture, credit: '' } : null;
}
