import { ImportError } from '../article/draft.ts';
import { feedEntry, feedHead } from './feed-head.ts';
import type { Feed } from './feed-model.ts';
import { atomText, baseOf, resolveIn, rssText } from './feed-text.ts';
import { isCore, vocabulary } from './feed-vocabulary.ts';
import { childText, descendants, isXmlElement, readXml, type XmlElement, xmlText } from './xml.ts';

/** Reads RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0. `address` is where the feed was fetched. @throws ImportError */
export function parseXmlFeed(text: string, name: string, address: string | null): Feed {
  const root = withCoreNamespace(readXml(text, name));
  const kind = root.local.toLowerCase();
  if (kind === 'feed') return readFeed(root, root, childrenOf(root, 'entry'), address, atomVersion(root));
  if (kind !== 'rss' && kind !== 'rdf' && kind !== 'channel')
    throw new ImportError('unsupported', `${name} is XML, but no feed: its root is <${root.name}>`);
  const channel = kind === 'channel' ? root : (childrenOf(root, 'channel')[0] ?? root);
  const items = [...childrenOf(channel, 'item'), ...(channel === root ? [] : childrenOf(root, 'item'))];
  return readFeed(root, channel, items, address, rssVersion(root));
}

/** A feed may put itself into a namespace of its own making: whatever the root is in is the feed's. */
function withCoreNamespace(root: XmlElement): XmlElement {
  if (isCore(root.uri) || vocabulary(root.uri) !== '?') return root;
  const own = root.uri;
  for (const element of [root, ...descendants(root)]) if (element.uri === own) element.uri = '';
  return root;
}

const childrenOf = (element: XmlElement, local: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => isXmlElement(child) && child.local.toLowerCase() === local && isCore(child.uri),
  );

function readFeed(
  root: XmlElement,
  channel: XmlElement,
  items: XmlElement[],
  address: string | null,
  version: string,
): Feed {
  const base = baseOf(channel, root === channel ? address : baseOf(root, address));
  const head = feedHead(channel, base);
  const text = version.startsWith('atom') ? atomText : rssText;
  const info = childrenOf(channel, 'info')[0];
  const [image] = [...childrenOf(channel, 'image'), ...(root === channel ? [] : childrenOf(root, 'image'))];
  const picture =
    (image && childText(image, 'url')) ?? (childrenOf(channel, 'logo')[0] && xmlText(childrenOf(channel, 'logo')[0]));
  const icon = childrenOf(channel, 'icon')[0];
  return {
    ...head,
    version,
    icon: icon ? resolveIn(xmlText(icon), base) : null,
    image: picture ? resolveIn(picture, base) : null,
    info: info ? text(info, base) : null,
    ttl: restOf(channel),
    entries: items.map((item) => feedEntry(item, base)),
  };
}

const periods: Record<string, number> = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/** `ttl` of RSS 2.0, or the period of the syndication module divided by its frequency. */
function restOf(channel: XmlElement): number | null {
  const ttl = Number(childText(channel, 'ttl') ?? Number.NaN);
  if (ttl > 0) return Math.min(ttl, 43_200);
  const period = periods[childText(channel, 'updatePeriod') ?? ''];
  return period === undefined ? null : period / Math.max(1, Number(childText(channel, 'updateFrequency') ?? 1) || 1);
}

const atomVersion = (root: XmlElement): string =>
  root.uri === 'http://www.w3.org/2005/Atom'
    ? 'atom10'
    : root.attributes.version === '0.3' || root.uri === 'http://purl.org/atom/ns#'
      ? 'atom03'
      : 'atom';

function rssVersion(root: XmlElement): string {
  const { version } = root.attributes;
  if (root.local.toLowerCase() === 'rdf') return /netscape/.test(namespacesBelow(root)) ? 'rss090' : 'rss10';
  if (!version) return 'rss';
  return `rss${version.startsWith('2.') ? '20' : version.replace('.', '').padStart(3, '0')}`;
}

const namespacesBelow = (root: XmlElement) =>
  root.children.map((child) => (isXmlElement(child) ? child.uri : '')).join(' ');
