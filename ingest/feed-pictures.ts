import type { FeedPicture } from './feed-model.ts';
import { resolveIn } from './feed-text.ts';
import { vocabulary } from './feed-vocabulary.ts';
import { plainLine } from './plain.ts';
import { childText, descendants, isXmlElement, type XmlElement, xmlText } from './xml.ts';

/** Pictures an entry brings: Media RSS content, enclosures, a thumbnail when there is nothing larger. Each address once. */
export function feedPictures(item: XmlElement, base: string | null): FeedPicture[] {
  const large: FeedPicture[] = [];
  const small: FeedPicture[] = [];
  const add = (list: FeedPicture[], address: string | undefined, caption: string, credit: string) => {
    const src = address ? resolveIn(address, base) : null;
    if (src && ![...large, ...small].some((picture) => picture.src === src)) list.push({ src, caption, credit });
  };
  for (const element of descendants(item)) {
    const space = vocabulary(element.uri);
    const { url, href, type = '', medium } = element.attributes;
    if (space === 'media' && element.local === 'content' && (medium === 'image' || type.startsWith('image/')))
      add(large, url, mediaText(element, item, 'description'), mediaText(element, item, 'credit'));
    else if (space === 'media' && element.local === 'thumbnail') add(small, url, '', '');
    else if (element.local.toLowerCase() === 'enclosure' && type.startsWith('image/')) add(large, url, '', '');
    else if (
      space === '' &&
      element.local === 'link' &&
      element.attributes.rel === 'enclosure' &&
      type.startsWith('image/')
    )
      add(large, href, '', '');
  }
  const [image] = item.children.filter((child): child is XmlElement => isXmlElement(child) && child.local === 'image');
  if (image) add(small, childText(image, 'url') ?? image.attributes.href ?? xmlText(image), '', '');
  return large.length > 0 ? large : small;
}

/** A caption or credit of a medium: inside it, or said once for the whole item or group. */
function mediaText(element: XmlElement, item: XmlElement, local: string): string {
  for (const place of [element, item])
    for (const child of place.children)
      if (isXmlElement(child) && child.local === local && vocabulary(child.uri) === 'media')
        return plainLine(xmlText(child));
  return '';
}
