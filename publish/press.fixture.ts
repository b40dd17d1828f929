import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Database } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { openContentWriter } from '../db/content/writer.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { emptySite } from '../edition/site.ts';
import { createArticle, type Saved } from '../newsroom/articles.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { saveSettings } from '../newsroom/settings.ts';
import { keysFile, openKeyRing } from './keys.ts';
import { type Press, projectPending } from './projector.ts';

/** The moment of every test: a newsroom with three sections and nothing published. */
export const now = new Date('2026-03-01T12:00:00Z');

export type TestPress = Press & {
  folder: string;
  /** Creates the article and shows it to readers. */
  publish(input: ArticleDocument): Promise<Saved>;
  /** What a page made now, or at a moment, would read. */
  reading<T>(read: (content: Database) => Promise<T>, moment?: Date): Promise<T>;
};

/** A press in a folder of its own, closed and removed when the test ends. */
export async function openTestPress(): Promise<TestPress> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-press-'));
  process.env.SITE_KEYS = keysFile(join(folder, 'keys'));
  const press: TestPress = {
    folder,
    newsroom: openNewsroom(`file:${folder}/newsroom.db`),
    content: openContentWriter(`file:${folder}/content.db`),
    ring: openKeyRing(join(folder, 'keys'), now),
    mediaRoot: join(folder, 'media'),
    async publish(input) {
      const saved = await createArticle(press.newsroom, input, { now, note: 'test', publish: true });
      await projectPending(press);
      return saved;
    },
    reading: (read, moment = now) => runFill(newFill(moment), () => read(press.content)),
  };
  onTestFinished(() => {
    press.newsroom.close();
    press.content.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const sections = [
    { path: 'news', names: { 'zh-Hans': '要闻' } },
    { path: 'news/city', names: { 'zh-Hans': '本市' } },
    { path: 'sport', names: { 'zh-Hans': '体育' } },
  ];
  await saveSettings(press.newsroom, { site: { ...emptySite, sections }, front: [] }, now);
  return press;
}

export function document(slug: string, fields: Partial<ArticleDocument> = {}): ArticleDocument {
  return {
    slug,
    status: 'published',
    withdrawn: null,
    language: 'zh-Hans',
    section: 'news/city',
    layout: 'standard',
    headline: `标题 ${slug}`,
    kicker: null,
    standfirst: null,
    authors: [],
    source: null,
    publishedAt: '2026-02-01T01:00:00Z',
    updatedAt: null,
    lead: null,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `正文 ${slug}。` }] }] },
    tags: [],
    pinned: [],
    translations: [],
    corrections: [],
    ...fields,
  };
}
