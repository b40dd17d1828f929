import {
  type ArticleDraft,
  type DocumentFacts,
  ImportError,
  type ImportHints,
  type ImportItem,
} from '../article/draft.ts';
import { blankDraft } from './draft-limits.ts';
import { type Fragment, readFragment } from './fragment.ts';
import { itemOf, refusedItem } from './item.ts';
import { innerMarkup } from './markup.ts';
import { bylineNames, linesAsParagraphs } from './ninjs.ts';
import { nitfDraft } from './nitf.ts';
import { plainLine } from './plain.ts';
import { wirePlan } from './wire.ts';
import {
  childNamed,
  childrenNamed,
  childText,
  descendants,
  isXmlElement,
  readXml,
  type XmlElement,
  xmlNamespace,
  xmlText,
} from './xml.ts';

/** Items of NewsML-G2 that are no news text, and what to say of them. */
const otherItems: Record<string, string> = {
  packageItem: 'a package that only refers to other items',
  conceptItem: 'a concept of a vocabulary',
  knowledgeItem: 'a vocabulary',
  catalogItem: 'a catalogue of vocabularies',
  planningItem: 'a plan for coverage to come',
  groupSet: 'a group of references to items',
};

/** Reads NewsML-G2: one item, or a news message with many. @throws ImportError */
export function* readNewsml(text: string, hints: ImportHints): Generator<ImportItem | DocumentFacts> {
  const root = readXml(text, hints.name);
  const items = root.local === 'newsItem' || root.local in otherItems ? [root] : itemsIn(root);
  if (items.length === 0)
    throw new ImportError(
      'unsupported',
      `${hints.name} holds no NewsML-G2 item below <${root.name}>; NewsML 1.x is not read`,
    );
  for (const item of items) yield readItem(item, hints);
  yield { facts: { root: root.local, items: items.map(nameOf) } };
}

const nameOf = (item: XmlElement) => ({
  kind: item.local,
  guid: item.attributes.guid ?? null,
  version: item.attributes.version ?? null,
  language: languageIn(item),
});

const itemsIn = (root: XmlElement): XmlElement[] =>
  childrenNamed(root, 'itemSet').flatMap((set) =>
    set.children.filter(isXmlElement).filter(({ local }) => local === 'newsItem' || local in otherItems),
  );

function readItem(item: XmlElement, hints: ImportHints): ImportItem {
  const { guid = null } = item.attributes;
  const named = { label: guid ?? `line ${item.line}`, guid: guid && `newsml:${guid}`, kind: item.local };
  if (!guid && item.local !== 'groupSet')
    return refusedItem(
      named,
      new ImportError('malformed', `${hints.name}, line ${item.line}: <${item.name}> has no guid`),
    );
  const meta = metaOf(item, hints);
  const other = otherItems[item.local];
  const read = itemOf(named, other ? meta : withContent(meta, item, hints), languageIn(item), hints);
  const why = other ? `${other}, not an article` : classOf(item);
  if (!('error' in read.read) || !why) return read;
  return { ...named, read: { ...read.read, error: new ImportError('no-article', `${named.label} is ${why}`) } };
}

/** What else an item without text is: `ninat:picture` and its kin. */
function classOf(item: XmlElement): string | null {
  const code = childNamed(childNamed(item, 'itemMeta') ?? item, 'itemClass')?.attributes.qcode ?? '';
  const [, kind] = /^\w+:(picture|graphic|video|audio|composite|animated)$/.exec(code) ?? [];
  return kind ? `an item of kind "${kind}" without text, not an article` : null;
}

const languageIn = (item: XmlElement): string | null => {
  const meta = childNamed(item, 'contentMeta');
  const declared = item.attributes[`{${xmlNamespace}}lang`];
  return declared ?? (meta && childNamed(meta, 'language')?.attributes.tag) ?? null;
};

function metaOf(item: XmlElement, hints: ImportHints): ArticleDraft {
  const itemMeta = childNamed(item, 'itemMeta') ?? item;
  const contentMeta = childNamed(item, 'contentMeta') ?? item;
  const status = childNamed(itemMeta, 'pubStatus')?.attributes;
  return {
    ...blankDraft(),
    headline: plainLine(headlineIn(item, contentMeta, itemMeta)),
    standfirst: plainLine(descriptionOf(contentMeta)) || null,
    ...wirePlan({
      created: childText(itemMeta, 'firstCreated') ?? childText(contentMeta, 'contentCreated'),
      version: childText(itemMeta, 'versionCreated') ?? childText(contentMeta, 'contentModified'),
      number: item.attributes.version,
      embargo: childText(itemMeta, 'embargoed'),
      status: (status?.qcode ?? status?.uri ?? 'stat:usable').replace(/^.*[:/]/, ''),
      timeZone: hints.timeZone,
    }),
    authors: authorsIn(contentMeta),
    source: sourceOf(item, contentMeta, itemMeta),
    tags: childrenNamed(contentMeta, 'subject').flatMap((subject) => nameIn(subject) ?? []),
  };
}

/** A group has no headline of its own: that of the first item it names stands for it. */
const headlineIn = (item: XmlElement, contentMeta: XmlElement, itemMeta: XmlElement): string => {
  const own = childText(contentMeta, 'headline') ?? childText(itemMeta, 'title');
  if (own !== null || item.local !== 'groupSet') return own ?? '';
  return xmlText([...descendants(item)].find(({ local }) => local === 'headline' || local === 'title'));
};

const descriptionOf = (meta: XmlElement): string => {
  const descriptions = childrenNamed(meta, 'description');
  const summary = descriptions.find(({ attributes }) => /summary/.test(attributes.role ?? '')) ?? descriptions[0];
  return summary ? xmlText(summary) : '';
};

/** The first name of a concept; `<name>` comes in several languages. */
const nameIn = (element: XmlElement): string | null => plainLine(childText(element, 'name') ?? '') || null;

function authorsIn(meta: XmlElement): string[] {
  const byline = childText(meta, 'by');
  if (byline) return bylineNames(byline);
  return childrenNamed(meta, 'creator').flatMap((creator) => nameIn(creator) ?? []);
}

function sourceOf(item: XmlElement, contentMeta: XmlElement, itemMeta: XmlElement): ArticleDraft['source'] {
  const rights = childNamed(item, 'rightsInfo');
  const candidates = [
    childNamed(contentMeta, 'infoSource'),
    childNamed(itemMeta, 'provider'),
    rights && childNamed(rights, 'copyrightHolder'),
  ];
  for (const element of candidates) {
    const name = element && nameIn(element);
    if (name)
      return {
        name,
        url: element.attributes.uri && /^https?:/.test(element.attributes.uri) ? element.attributes.uri : null,
      };
  }
  return null;
}

/** The text of the item: NITF, XHTML or plain text inside it, with what that knows better than the item's own fields. */
function withContent(meta: ArticleDraft, item: XmlElement, hints: ImportHints): ArticleDraft {
  const set = childNamed(item, 'contentSet');
  if (!set) return meta;
  for (const inline of childrenNamed(set, 'inlineXML')) {
    const nitf = [...descendants(inline)].find(({ local }) => local === 'nitf');
    if (nitf) return joined(meta, nitfDraft(nitf, hints));
    const html = [...descendants(inline)].find(({ local }) => local === 'body') ?? inline;
    const fragment = readFragment(innerMarkup(html), {
      name: hints.name,
      base: null,
      where: 'inlineXML',
      headline: meta.headline,
    });
    if (fragment.content.length > 0) return withBody(meta, fragment);
  }
  const data = childrenNamed(set, 'inlineData')[0];
  if (!data) return meta;
  const isHtml = /html/.test(data.attributes.contenttype ?? '');
  const markup = isHtml ? xmlText(data) : linesAsParagraphs(xmlText(data));
  return withBody(
    meta,
    readFragment(markup, { name: hints.name, base: null, where: 'inlineData', headline: meta.headline }),
  );
}

const withBody = (meta: ArticleDraft, { content, dropped }: Fragment): ArticleDraft => ({
  ...meta,
  body: { type: 'doc', content },
  dropped,
});

function joined(meta: ArticleDraft, inner: ArticleDraft): ArticleDraft {
  return {
    ...meta,
    headline: meta.headline || inner.headline,
    standfirst: meta.standfirst ?? inner.standfirst,
    authors: meta.authors.length > 0 ? meta.authors : inner.authors,
    source: meta.source ?? inner.source,
    publishedAt: meta.publishedAt ?? inner.publishedAt,
    tags: meta.tags.length > 0 ? meta.tags : inner.tags,
    body: inner.body,
    dropped: inner.dropped,
  };
}
