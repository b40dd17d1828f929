import type { FeedHead } from './feed-model.ts';
import { plainLine } from './plain.ts';
import { type XmlElement, xmlText } from './xml.ts';

/** What an element files an entry under; `name` is its local name, lower case: lists are one element for many tags. */
export function tagsOf(element: XmlElement, name: string): FeedHead['tags'] {
  const { attributes } = element;
  const scheme = attributes.scheme ?? attributes.domain ?? null;
  const label = attributes.label ? plainLine(attributes.label) : null;
  const written = attributes.term ?? attributes.text ?? xmlText(element);
  const terms = name === 'tags' || name === 'keywords' ? written.split(/[,，、;；]/) : [written];
  return terms
    .map(plainLine)
    .filter((term) => term !== '' || label !== null)
    .map((term) => ({ term: term || (label ?? ''), scheme, label }));
}
