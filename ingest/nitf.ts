import { type ArticleDraft, ImportError, type ImportHints, type ImportItem } from '../article/draft.ts';
import { blankDraft } from './draft-limits.ts';
import { readFragment } from './fragment.ts';
import { itemOf } from './item.ts';
import { isoInstant } from './moments.ts';
import { bylineNames } from './ninjs.ts';
import { nitfHtml } from './nitf-html.ts';
import { plainLine } from './plain.ts';
import { wirePlan } from './wire.ts';
import { childNamed, childrenNamed, childText, descendants, readXml, type XmlElement, xmlText } from './xml.ts';

/** Reads NITF 3.x (News Industry Text Format). @throws ImportError */
export function* readNitf(text: string, hints: ImportHints): Generator<ImportItem> {
  const root = readXml(text, hints.name);
  if (root.local !== 'nitf')
    throw new ImportError('unsupported', `${hints.name} is no NITF document: its root is <${root.name}>`);
  const docdata = [...descendants(root)].find(({ local }) => local === 'docdata');
  const id = docdata ? (childNamed(docdata, 'doc-id')?.attributes['id-string'] ?? null) : null;
  const draft = nitfDraft(root, hints);
  yield itemOf({ label: id ?? '', guid: id && `nitf:${id}`, kind: 'nitf' }, draft, languageIn(root), hints);
}

const languageIn = (root: XmlElement): string | null =>
  Object.entries(root.attributes).find(([name]) => name.endsWith('}lang'))?.[1] ?? null;

/** What a NITF element says by itself; NewsML-G2 holds such elements too, and knows some fields better. */
export function nitfDraft(root: XmlElement, hints: ImportHints): ArticleDraft {
  const head = childNamed(root, 'head');
  const docdata = head && childNamed(head, 'docdata');
  const body = childNamed(root, 'body');
  const bodyHead = body && childNamed(body, 'body.head');
  const hedline = bodyHead && childNamed(bodyHead, 'hedline');
  const headline = plainLine((hedline && childText(hedline, 'hl1')) ?? (head && childText(head, 'title')) ?? '');
  const content = body && childNamed(body, 'body.content');
  const fragment = readFragment(content ? nitfHtml(content) : '', {
    name: hints.name,
    base: null,
    where: 'body.content',
    headline,
  });
  const norm = (name: string) => (docdata ? (childNamed(docdata, name)?.attributes.norm ?? null) : null);
  return {
    ...blankDraft(),
    headline,
    kicker: null,
    standfirst: plainLine((hedline && childText(hedline, 'hl2')) ?? abstractOf(bodyHead) ?? '') || null,
    ...wirePlan({
      created: norm('date.issue') ?? storyDate(bodyHead),
      version: null,
      number: docdata && childNamed(docdata, 'du-key')?.attributes.version,
      embargo: embargoOf(norm('date.release'), norm('date.issue'), hints),
      status: docdata?.attributes['management-status'] ?? 'usable',
      timeZone: hints.timeZone,
    }),
    authors: bodyHead ? childrenNamed(bodyHead, 'byline').flatMap((byline) => bylineNames(bylineText(byline))) : [],
    source: sourceOf(bodyHead, docdata),
    tags: keywordsOf(docdata),
    body: { type: 'doc', content: fragment.content },
    dropped: fragment.dropped,
  };
}

const abstractOf = (bodyHead: XmlElement | undefined) => (bodyHead ? childText(bodyHead, 'abstract') : null);

/** A release date before the issue date embargoes nothing. */
const embargoOf = (release: string | null, issue: string | null, { timeZone }: ImportHints) => {
  const at = release && isoInstant(release, timeZone);
  const issued = issue && isoInstant(issue, timeZone);
  return at && issued && at > issued ? release : null;
};

const storyDate = (bodyHead: XmlElement | undefined): string | null => {
  const dateline = bodyHead && childNamed(bodyHead, 'dateline');
  return (dateline && childNamed(dateline, 'story.date')?.attributes.norm) ?? null;
};

/** The names of a byline without the title behind them. */
const bylineText = (byline: XmlElement): string => {
  const people = childrenNamed(byline, 'person').map(xmlText);
  return people.length > 0
    ? people.join(', ')
    : byline.children
        .map((child) => (typeof child !== 'string' && child.local === 'byttl' ? '' : xmlText(child)))
        .join('');
};

function sourceOf(bodyHead: XmlElement | undefined, docdata: XmlElement | undefined): ArticleDraft['source'] {
  const distributor = bodyHead && childText(bodyHead, 'distributor');
  const copyright = docdata && childNamed(docdata, 'doc.copyright')?.attributes.holder;
  const name = plainLine(distributor ?? copyright ?? '');
  return name ? { name, url: null } : null;
}

function keywordsOf(docdata: XmlElement | undefined): string[] {
  if (!docdata) return [];
  const list = childNamed(docdata, 'key-list');
  return list ? childrenNamed(list, 'keyword').flatMap(({ attributes }) => attributes.key ?? []) : [];
}
