import { openPress } from '../../cli/press.ts';
import type { Database } from '../../db/client.ts';
import { emptySite } from '../../edition/site.ts';
import { createArticle } from '../../newsroom/articles.ts';
import type { ArticleDocument } from '../../newsroom/document.ts';
import { saveSettings } from '../../newsroom/settings.ts';
import { projectPending } from '../../publish/projector.ts';
import { configOf } from '../synthetic-newsroom.ts';
import type { JudgedDocument } from './judged-set.ts';

export type PublishedSet = {
  content: Database;
  /** The document an article was made of, by the article's id. */
  idOf: Map<string, string>;
  close(): void;
};

/** Publishes documents as articles of one section and one moment, through the newsroom and the projector. */
export async function publishSet(
  dataDir: string,
  documents: readonly JudgedDocument[],
  now: Date,
): Promise<PublishedSet> {
  process.env.DATA_DIR = dataDir;
  const press = openPress(configOf(dataDir));
  const site = { ...emptySite, sections: [{ path: 'news', names: { 'zh-Hans': '要闻' } }] };
  await saveSettings(press.newsroom, { site, front: [] }, now);
  const idOf = new Map<string, string>();
  await press.newsroom.exclusively(async () => {
    for (const [index, document] of documents.entries()) {
      const { id } = await createArticle(press.newsroom, articleOf(document, index, now), {
        now,
        note: 'bench',
        publish: true,
      });
      idOf.set(id, document.id);
    }
  });
  await projectPending(press);
  return { content: press.content, idOf, close: () => press.close() };
}

function articleOf({ title, text = '' }: JudgedDocument, index: number, now: Date): ArticleDocument {
  const paragraphs = text.split(/\n+/).map(tidy).filter(Boolean);
  return {
    slug: `document-${index}`,
    status: 'published',
    withdrawn: null,
    language: 'zh-Hans',
    section: 'news',
    layout: 'standard',
    headline: tidy(title).slice(0, 300) || `document ${index}`,
    kicker: null,
    standfirst: null,
    authors: [],
    source: null,
    publishedAt: `${new Date(now.getTime() - 86_400_000).toISOString().slice(0, 19)}Z`,
    updatedAt: null,
    lead: null,
    body: {
      type: 'doc',
      content:
        paragraphs.length > 0
          ? paragraphs.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
          : [{ type: 'paragraph' }],
    },
    tags: [],
    pinned: [],
    translations: [],
    corrections: [],
  };
}

/** What the newsroom would refuse in a headline: control and bidi characters, halves of characters. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{C}\u2028\u2029]/gu, ' ')
    .trim();
