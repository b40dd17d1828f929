import { childrenNamed, childText, type XmlElement, xmlText } from './xml.ts';

/** `content:encoded` and `excerpt:encoded` share a local name and differ by namespace, of which there are several. */
export const encoded = (item: XmlElement, prefix: 'content' | 'excerpt'): string =>
  childrenNamed(item, 'encoded')
    .filter(({ name, uri }) => name.startsWith(`${prefix}:`) || uri.includes(`/${prefix}`))
    .map(xmlText)
    .join('\n');

/** The value of a post's custom field; null when it has none of that key. */
export function metaOf(item: XmlElement, key: string): string | null {
  for (const meta of childrenNamed(item, 'postmeta'))
    if (childText(meta, 'meta_key') === key) return childText(meta, 'meta_value');
  return null;
}

/**
 * The text as a string of its own. What a parser hands over is a window on the piece of the file it stood in, and keeps
 * all of that in memory for as long as it is kept itself: a survey of 2 GB would hold 2 GB.
 */
export const owned = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
export const ownedOrNull = (text: string | null): string | null => text && owned(text);
