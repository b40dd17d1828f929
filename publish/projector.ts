import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '../article/canonical.ts';
import { fold, indexTerms } from '../article/fold.ts';
import { dayCount, groupOf, listPlaces, seconds } from '../article/lists.ts';
import { type ArticleRecord, cardOf } from '../article/record.ts';
import { signText } from '../article/signature.ts';
import { plainText } from '../article/text.ts';
import type { Database, Statement } from '../db/client.ts';
import {
  appliedSeq,
  countUp,
  dropRedirect,
  enterList,
  indexArticle,
  invalidate,
  leaveList,
  projectedArticles,
  pruneInvalidations,
  putArticle,
  putRedirect,
  putSite,
  putTopic,
  renumberPages,
  type Signed,
  setAppliedSeq,
  unindexArticle,
  wipe,
} from '../db/content/projection.ts';
import { articleByNumber, formerPathsOf, revisionDocument } from '../db/newsroom/queries/articles.ts';
import { lastPublication, newestPublications, type Publication } from '../db/newsroom/queries/outbox.ts';
import { everyTopic } from '../db/newsroom/queries/topics.ts';
import { wallClock } from '../edition/dates.ts';
import { parseDocument } from '../newsroom/document.ts';
import { getSettings } from '../newsroom/settings.ts';
import { makeRecord } from './record.ts';
import { ensureRenditions } from './renditions.ts';

/** What the projector works with: both databases, the signing key and the folder pictures are served from. */
export type Press = { newsroom: Database; content: Database; key: KeyObject; mediaRoot: string };

const batchSize = 100;
const keptInvalidations = 100_000;

/**
 * Applies what the newsroom published and the read model does not show yet, in order. Every batch and the number of
 * its last entry land in one transaction: a crash at any moment loses nothing and applies nothing twice.
 * Returns the number of the last publication applied.
 */
export async function projectPending(press: Press): Promise<number> {
  for (;;) {
    const from = await appliedSeq(press.content);
    const pending = await newestPublications(press.newsroom, from, batchSize);
    const last = pending.at(-1);
    if (!last) return catchUp(press, from);
    await projectBatch(press, pending, last.seq);
  }
}

/** Makes the read model anew from the newsroom, in one transaction: readers see the old one whole, then the new one. */
export async function projectAll(press: Press): Promise<number> {
  const { content } = press;
  return content.exclusively(async () => {
    await content.atomic(wipe());
    const sequence = await projectPending(press);
    await content.atomic([invalidate(content, '*', 'soft')]);
    return sequence;
  });
}

/** Entries superseded by later ones need no work of their own, but count as applied. */
async function catchUp({ newsroom, content }: Press, from: number): Promise<number> {
  const newest = await lastPublication(newsroom);
  if (newest > from) await content.atomic([setAppliedSeq(content, newest)]);
  return newest;
}

async function projectBatch(press: Press, batch: readonly Publication[], last: number): Promise<void> {
  const { newsroom, content } = press;
  const { site } = await getSettings(newsroom);
  const statements: Statement[] = [];
  const touched = new Map<string, number>();
  const entries = batch.filter((entry) => entry.kind === 'article');
  const before = await projectedArticles(
    content,
    entries.map((entry) => entry.article as number),
  );
  for (const entry of entries) {
    const old = before.get(entry.article as number);
    statements.push(...(await articleStatements(press, entry, old, touched, site.timeZone)));
  }
  for (const [list, from] of touched) statements.push(...renumberPages(list, from));
  if (batch.some((entry) => entry.kind === 'site')) statements.push(...(await siteStatements(press)));
  statements.push(...(await topicStatements(press, entries)));
  await content.atomic([...statements, pruneInvalidations(keptInvalidations), setAppliedSeq(content, last)]);
}

async function articleStatements(
  press: Press,
  entry: Publication,
  old: { record: ArticleRecord; card: string } | undefined,
  touched: Map<string, number>,
  timeZone: string,
): Promise<Statement[]> {
  const { newsroom, content } = press;
  const number = entry.article as number;
  const article = await articleByNumber(newsroom, number);
  if (!article) throw new Error(`publication ${entry.seq} names article ${number}, which the newsroom does not hold`);
  const document = parseDocument(await revisionDocument(newsroom, number, entry.revision as number));
  const record = await makeRecord(newsroom, article, entry.revision as number, document);
  for (const id of Object.keys(record.media)) await ensureRenditions(newsroom, press.mediaRoot, id);
  const listed = record.status === 'published';
  const card = canonicalJson(cardOf(record));
  const statements = putArticle(content, {
    number,
    record,
    publishedAt: seconds(record.publishedAt),
    listed,
    signedRecord: signed(press.key, 'article', canonicalJson(record)),
    signedCard: signed(press.key, 'card', card),
  });
  statements.push(...moveLists(content, number, old?.record, record, touched, timeZone));
  if (old) statements.push(...unindexArticle(number));
  if (listed) {
    const head = [record.headline, record.standfirst ?? '', ...record.tags.map((tag) => tag.name)].join('\n');
    statements.push(...indexArticle(number, indexTerms(fold(head)), indexTerms(fold(plainText(record.body)))));
  }
  for (const path of await formerPathsOf(newsroom, number)) {
    statements.push(putRedirect(content, path, record.id), invalidate(content, `path:${path}`, 'hard'));
  }
  statements.push(
    dropRedirect(content, record.path),
    invalidate(content, `path:${record.path}`, 'hard'),
    invalidate(content, `article:${record.id}`, 'hard'),
    invalidate(content, 'search', 'soft'),
  );
  if (old?.card !== card) statements.push(invalidate(content, `card:${record.id}`, 'hard'));
  return statements;
}

function moveLists(
  content: Database,
  number: number,
  old: ArticleRecord | undefined,
  record: ArticleRecord,
  touched: Map<string, number>,
  timeZone: string,
): Statement[] {
  const before = new Map(old ? listPlaces(old).map((place) => [`${place.list} ${place.at}`, place]) : []);
  const after = new Map(listPlaces(record).map((place) => [`${place.list} ${place.at}`, place]));
  const statements: Statement[] = [];
  for (const [key, place] of before) {
    if (!after.has(key)) {
      statements.push(...leaveList(content, place, number));
      touch(touched, place);
    }
    statements.push(invalidate(content, `list:${place.list}`, 'soft'));
  }
  for (const [key, place] of after) {
    if (before.has(key)) continue;
    statements.push(...enterList(content, place, number));
    touch(touched, place);
    statements.push(invalidate(content, `list:${place.list}`, 'soft'));
  }
  const oldDay = old && dayList(old, timeZone);
  const newDay = dayList(record, timeZone);
  if (oldDay !== newDay) {
    if (oldDay) statements.push(countUp(oldDay, -1));
    if (newDay) statements.push(countUp(newDay, 1));
  }
  return statements;
}

const touch = (touched: Map<string, number>, { list, at }: { list: string; at: number }) =>
  touched.set(list, Math.min(at, touched.get(list) ?? at));

function dayList(record: ArticleRecord, timeZone: string): string | null {
  if (record.status === 'withdrawn') return null;
  const { year, month, day } = wallClock(record.publishedAt, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return dayCount(groupOf(record.language), `${year}-${two(month)}-${two(day)}`);
}

async function siteStatements({ newsroom, content, key }: Press): Promise<Statement[]> {
  const statements = [
    putSite(content, signed(key, 'site', canonicalJson(await getSettings(newsroom)))),
    invalidate(content, 'site', 'soft'),
  ];
  for (const topic of await everyTopic(newsroom)) statements.push(...topicStatement(content, key, topic));
  return statements;
}

/** Topics that these publications may have brought; a topic's page follows its newest wording. */
async function topicStatements(
  { newsroom, content, key }: Press,
  entries: readonly Publication[],
): Promise<Statement[]> {
  if (entries.length === 0) return [];
  const named = new Set<string>();
  for (const entry of entries) {
    const document = parseDocument(await revisionDocument(newsroom, entry.article as number, entry.revision as number));
    for (const tag of document.tags) named.add(`tag ${tag.slug}`);
    for (const author of document.authors) named.add(`author ${author.slug}`);
    if (document.source) named.add(`source ${document.source.slug}`);
  }
  const rows = (await everyTopic(newsroom)).filter((topic) => named.has(`${topic.kind} ${topic.slug}`));
  return rows.flatMap((topic) => topicStatement(content, key, topic));
}

type TopicRow = Awaited<ReturnType<typeof everyTopic>>[number];

function topicStatement(content: Database, key: KeyObject, { kind, slug, name, role, bio }: TopicRow): Statement[] {
  const text = canonicalJson({ slug, name, role, bio });
  return [putTopic(content, kind, slug, signed(key, kind, text)), invalidate(content, `${kind}:${slug}`, 'soft')];
}

function signed(key: KeyObject, purpose: string, record: string): Signed {
  return { record, signature: signText(purpose, record, key) };
}
