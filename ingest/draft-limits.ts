import type { Block } from '../article/body.ts';
import type { ArticleDraft } from '../article/draft.ts';
import { unshowable } from '../article/printable.ts';
import type { Picture } from '../article/record.ts';
import { addressLimit, lineLimits } from '../article/schema.ts';
import { cutTo, oneLine } from './wording.ts';

/** Longest value of each field; a draft never holds more than a record can. Lengths in UTF-16 units, see `article/record.ts`. */
const limits = {
  headline: 300,
  kicker: 80,
  standfirst: 2_000,
  name: 120,
  names: 30,
  ...lineLimits,
};

/** A draft without anything in it, for an importer to fill. */
export const blankDraft = (): ArticleDraft => ({
  headline: '',
  kicker: null,
  standfirst: null,
  language: 'zh-Hans',
  layout: 'standard',
  section: { path: null, breadcrumb: [], isDeclared: false },
  authors: [],
  source: null,
  publishedAt: null,
  updatedAt: null,
  slug: null,
  tags: [],
  lead: null,
  body: { type: 'doc', content: [] },
  related: [],
  corrections: [],
  withdrawn: null,
  address: null,
  isDraft: false,
  formerPaths: [],
  history: [],
  held: [],
  dropped: [],
  warnings: [],
});

/** The draft with every field as one clean line within its limit, names distinct; what had to be cut is named in `warnings`. */
export function withinLimits(draft: ArticleDraft): ArticleDraft {
  const warnings = [...draft.warnings];
  const line = (field: string, value: string, limit: number) => {
    const tidy = oneLine(value);
    if (tidy.length > limit) warnings.push(`${field}: ${tidy.length} characters were cut to ${limit}`);
    return cutTo(tidy, limit);
  };
  const optional = (field: string, value: string | null, limit: number) =>
    (value === null ? null : line(field, value, limit)) || null;
  const names = (field: string, values: string[]) => {
    const distinct = [...new Set(values.map((value) => line(field, value, limits.name)).filter(Boolean))];
    if (distinct.length > limits.names) warnings.push(`${field}: ${distinct.length} names were cut to ${limits.names}`);
    return distinct.slice(0, limits.names);
  };
  const picture = (field: string, value: Picture): Picture => ({
    media: value.media,
    src: value.src !== null && value.src.length <= addressLimit && !unshowable(value.src) ? value.src : null,
    alt: line(`${field}.alt`, value.alt, limits.alt),
    caption: line(`${field}.caption`, value.caption, limits.caption),
    credit: line(`${field}.credit`, value.credit, limits.credit),
  });
  const blockOf = (field: string, block: Block): Block => {
    switch (block.type) {
      case 'figure':
        return { ...block, attrs: picture(field, block.attrs) };
      case 'quote':
        return { ...block, attrs: { cite: optional(`${field}.cite`, block.attrs.cite, limits.cite) } };
      case 'embed': {
        const { url, title, description } = block.attrs;
        const words = {
          title: line(`${field}.title`, title, limits.title),
          description: line(`${field}.description`, description, limits.description),
        };
        return { ...block, attrs: { url, ...words } };
      }
      default:
        return block;
    }
  };
  const sourceName = draft.source && line('source', draft.source.name, limits.name);
  return {
    ...draft,
    headline: line('headline', draft.headline, limits.headline),
    kicker: optional('kicker', draft.kicker, limits.kicker),
    standfirst: optional('standfirst', draft.standfirst, limits.standfirst),
    authors: names('authors', draft.authors),
    tags: names('tags', draft.tags),
    source: draft.source && sourceName ? { name: sourceName, url: draft.source.url } : null,
    lead: draft.lead && picture('lead', draft.lead),
    body: {
      type: 'doc',
      content: draft.body.content.map((block, index) => blockOf(`body.content[${index}]`, block)),
    },
    warnings,
  };
}
