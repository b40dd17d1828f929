import { statSync } from 'node:fs';
import { join } from 'node:path';
import { allList, sectionList, topicList } from '../../article/lists.ts';
import type { ArticleRecord } from '../../article/record.ts';
import { newestCorrections } from '../../db/content/queries/corrections.ts';
import { newestRecords, recordsByIds } from '../../db/content/queries/records.ts';
import { newestMatches, searchTerms } from '../../db/content/queries/search.ts';
import { findTopic } from '../../db/content/queries/topics.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { type FeedSubject, type FeedText, subjectPath } from '../../edition/data-paths.ts';
import { nameIn, sectionTrail } from '../../edition/site.ts';
import type { Home } from '../../syndication/body-html.ts';
import { articleItem, correctionItem, type Feed, type FeedItem, feedLength } from '../../syndication/feeds/feed.ts';
import { siteOrigin } from './open-data.ts';
import type { OpenPage } from './open-page.ts';

/** What one subject's feed is called and holds; a null title is the site itself. */
type Subject = { of: FeedSubject; title: string | null; description: string; items: FeedItem[] };

/** The feed of a page: `kind` is the page's, `name` its section, slug or query. Null when there is no such page. */
export async function readFeed(opened: OpenPage, kind: string, name: string, text: FeedText): Promise<Feed | null> {
  const { site, edition } = opened.context(null);
  const home = { site, edition, origin: siteOrigin() };
  const subject = await readSubject(opened, { kind, name, text, home });
  if (!subject) return null;
  const siteName = nameIn(site.name, edition.language);
  return {
    home,
    of: subject.of,
    text,
    title: subject.title ? `${subject.title} - ${siteName}` : siteName,
    description: subject.description || siteName,
    page: home.origin + subjectPath(edition, subject.of),
    hub: process.env.WEBSUB_HUB || null,
    items: subject.items,
  };
}

type Wanted = { kind: string; name: string; text: FeedText; home: Home };

async function readSubject(opened: OpenPage, wanted: Wanted): Promise<Subject | null> {
  const { kind, name, home } = wanted;
  const { database, group } = opened;
  const { language } = home.edition;
  const words = catalogueFor(language);
  const itemsOf = async (list: string) => articleItems(await newestRecords(database, list, feedLength), opened, wanted);
  switch (kind) {
    case 'front': {
      const description = nameIn(home.site.tagline, language);
      return { of: { page: kind }, title: null, description, items: await itemsOf(allList(group)) };
    }
    case 'section': {
      const section = sectionTrail(home.site, name).find(({ path }) => path === name);
      if (!section) return null;
      const title = nameIn(section.names, language);
      const items = await itemsOf(sectionList(group, name));
      return { of: { page: kind, section: name }, title, description: words.latestIn(title), items };
    }
    case 'tag':
    case 'author':
    case 'source': {
      const found = await findTopic(database, kind, name);
      const items = found ? await itemsOf(topicList(group, kind, name)) : [];
      if (!found || items.length === 0) return null;
      const { showName, showPerson } = opened.script;
      const topic = kind === 'author' ? showPerson(found) : showName(found);
      const description = [words[kind], topic.name, topic.role, topic.bio].filter(Boolean).join(' ');
      return { of: { page: kind, slug: name }, title: topic.name, description, items };
    }
    case 'corrections':
      return {
        of: { page: kind },
        title: words.corrections,
        description: words.correctionsIntro,
        items: await correctionItems(opened, home),
      };
    case 'search':
      return readSearch(opened, wanted);
    default:
      return null;
  }
}

/** A saved search. Its title does not say for what: a document of ours never says what only a visitor said. */
async function readSearch(opened: OpenPage, wanted: Wanted): Promise<Subject | null> {
  const query = wanted.name;
  if (searchTerms(query).length === 0) return null;
  const { language } = wanted.home.edition;
  const ids = await newestMatches(opened.database, query, language, feedLength);
  const items = articleItems(await recordsByIds(opened.database, ids), opened, wanted);
  const title = catalogueFor(language).searchResults;
  return { of: { page: 'search', query }, title, description: title, items };
}

const articleItems = (records: readonly ArticleRecord[], { show }: OpenPage, { home, text }: Wanted): FeedItem[] =>
  records.map((record) => articleItem(show(record), home, text, mediaSize));

async function correctionItems({ database, group, show }: OpenPage, home: Home): Promise<FeedItem[]> {
  const corrections = (await newestCorrections(database, group)).slice(0, feedLength);
  return corrections.map(({ card, correction }) => {
    const shown = show({ language: card.language, card, correction });
    return correctionItem(shown.card, shown.correction, home);
  });
}

/** Bytes of a picture in the media folder, which enclosures tell; 0 says that it is not known. */
function mediaSize(name: string): number {
  const file = join(/* turbopackIgnore: true */ process.env.DATA_DIR ?? './data', 'media', name.slice(0, 2), name);
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
