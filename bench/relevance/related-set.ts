import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { instantSchema, languages } from '../../article/record.ts';
import { plainText } from '../../article/text.ts';
import { documentFiles } from '../../cli/documents.ts';
import { readMarkdown } from '../../ingest/markdown.ts';

/** Articles and, of some of them, which others somebody who knew them held to be related. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no record may hold is taken out of other people's text
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const words = z.string().transform((text) => text.replace(unprintable, ' ').toWellFormed());

const article = z.object({
  id: z.string().min(1),
  headline: words.pipe(z.string().min(1)),
  standfirst: words.nullable().default(null),
  /** Paragraphs, one a line. */
  text: words,
  /** Names. */
  tags: z.array(words).default([]),
  section: z.string().default('news'),
  language: z.enum(languages).default('zh-Hans'),
  publishedAt: instantSchema.default('2024-01-01T00:00:00Z'),
  /** Ids of the articles held to be related; empty for one that is only there to be found. */
  related: z.array(z.string()).default([]),
});
export type JudgedArticle = z.infer<typeof article>;

export const relatedSetShape = `{ "articles": [ {
    "id": "any text", "headline": "…", "text": "paragraphs, one a line", "related": ["ids of related articles"],
    "standfirst": null, "tags": ["names"], "section": "news", "language": "zh-Hans", "publishedAt": "2024-01-01T00:00:00Z"
} ] }   (the second line is optional)`;

/** Reads a set from a file. @throws with what is wrong in it, and where */
export async function readRelatedSet(file: string): Promise<JudgedArticle[]> {
  const parsed = z
    .union([z.object({ articles: z.array(article) }), z.array(article)])
    .safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success)
    throw new Error(`${file} is no judged set: ${z.prettifyError(parsed.error)}\nIts shape:\n${relatedSetShape}`);
  const articles = Array.isArray(parsed.data) ? parsed.data : parsed.data.articles;
  const ids = new Set(articles.map(({ id }) => id));
  if (ids.size < articles.length) throw new Error(`${file}: ${articles.length - ids.size} ids come twice`);
  return articles.map((one) => ({ ...one, related: one.related.filter((id) => id !== one.id && ids.has(id)) }));
}

const sample = fileURLToPath(new URL('../../sample/', import.meta.url));

/** The project's own set: the Chinese articles of the sample edition, and what its editors pinned to each. */
export async function readOwnRelatedSet(now: Date): Promise<JudgedArticle[]> {
  const articles: JudgedArticle[] = [];
  for (const { file } of await documentFiles([`${sample}articles`])) {
    const text = await readFile(file, 'utf8');
    const draft = readMarkdown(text, { name: file, now, timeZone: 'Asia/Shanghai' });
    if (draft.language === 'en' || draft.slug === null || draft.withdrawn) continue;
    articles.push({
      id: draft.slug,
      headline: draft.headline,
      standfirst: draft.standfirst,
      text: plainText(draft.body),
      tags: draft.tags,
      section: draft.section.path ?? 'news',
      language: draft.language,
      publishedAt: draft.publishedAt ?? '2024-01-01T00:00:00Z',
      related: draft.related,
    });
  }
  const ids = new Set(articles.map(({ id }) => id));
  return articles.map((one) => ({ ...one, related: one.related.filter((id) => ids.has(id)) }));
}
