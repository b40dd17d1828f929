import { createHash } from 'node:crypto';
import { type DocumentFacts, ImportError, type ImportHints, type ImportItem } from '../article/draft.ts';
import { itemOf, refusedItem } from './item.ts';
import { type DocumentSource, xmlChunks } from './source.ts';
import { readPost } from './wxr-post.ts';
import { newSurvey, surveyPart, type WxrSurvey } from './wxr-survey.ts';
import { childText, type XmlElement, XmlReader } from './xml.ts';

/** Post types that are parts of a site's machinery or of other posts, never articles. They are counted in the facts. */
const machinery =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.+|acf-.+|elementor_.+|amp_validated_url|jp_.+|feedback|scheduled-action)$/;

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) of any size, post by post. It is read twice: first whole, for its authors,
 * categories and pictures, and to know that it is sound, so that a broken file is refused before anything of it is taken.
 * @throws ImportError `malformed` with line and column
 */
export async function* readWxr(source: DocumentSource, hints: ImportHints): AsyncGenerator<ImportItem | DocumentFacts> {
  const survey = newSurvey();
  for await (const part of channelParts(source)) surveyPart(part, survey);
  for await (const part of channelParts(source)) {
    if (part.local !== 'item' || machinery.test(childText(part, 'post_type') ?? 'post')) continue;
    yield await readItem(part, survey, hints);
  }
  yield { facts: factsOf(survey) };
}

/** Children of the channel, one by one. */
async function* channelParts(source: DocumentSource): AsyncGenerator<XmlElement> {
  const reader = new XmlReader(source.name, (_, depth) => depth === 3);
  for await (const text of xmlChunks(source)) yield* reader.write(text);
  yield* reader.end();
  if (reader.root !== 'rss')
    throw new ImportError(
      'malformed',
      `${source.name} is no WordPress export: its root is <${reader.root}>, not <rss>`,
    );
}

async function readItem(item: XmlElement, survey: WxrSurvey, hints: ImportHints): Promise<ImportItem> {
  const guid = guidOf(item, survey);
  const named = {
    label: guid ?? childText(item, 'link') ?? `line ${item.line}`,
    // Copies of a post keep its guid; the number tells them apart.
    guid: guid && `wxr:${guid} ${childText(item, 'post_id') ?? ''}`.trim(),
    kind: childText(item, 'post_type') ?? 'post',
    digest: digestOf(item),
  };
  if (named.guid && (await hints.isKnown?.(named.guid, named.digest))) return { ...named, read: { isKnown: true } };
  try {
    return itemOf(named, readPost(item, survey, hints), survey.language, hints);
  } catch (error) {
    if (error instanceof ImportError) return refusedItem(named, error);
    throw error;
  }
}

/** Line numbers move when another post grows; they are no part of this one. */
const digestOf = (item: XmlElement): string =>
  createHash('sha256')
    .update(JSON.stringify(item, (key, value) => (key === 'line' ? undefined : value)))
    .digest('hex');

/**
 * A post's own name: its guid, which WordPress never changes, or its number on its site. A test site on somebody's own
 * machine gives names that every other one gives too: those are none.
 */
function guidOf(item: XmlElement, { site }: WxrSurvey): string | null {
  const id = childText(item, 'post_id');
  const name = childText(item, 'guid') ?? (site && id ? `${site}?p=${id}` : childText(item, 'link'));
  return name && !/^https?:\/\/(?:localhost|127\.|[^/]+\.(?:local|test|internal)\b)/i.test(name) ? name : null;
}

function factsOf({ version, title, site, authors, counts, titles }: WxrSurvey): Record<string, unknown> {
  return { version, title, site, ...counts, authorNames: [...authors.values()].slice(0, 100), titles };
}
