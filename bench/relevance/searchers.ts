import Sqlite from 'better-sqlite3';
import { fold, wordRuns } from '../../article/fold.ts';
import type { Database } from '../../db/client.ts';
import { newFill, runFill } from '../../db/content/fill-context.ts';
import { search } from '../../db/content/queries/search.ts';
import type { JudgedDocument } from './judged-set.ts';
import { depth } from './metrics.ts';

/** Something that answers a query with ids of documents, best first. */
export type Searcher = { name: string; search(query: string): Promise<string[]> };

/** The search that serves the site, over the documents as published articles. `idOf` maps an article's id to its document's. */
export function siteSearch(content: Database, now: Date, idOf: ReadonlyMap<string, string>): Searcher {
  return {
    name: 'Dateline',
    async search(query) {
      const { results } = await runFill(newFill(now), () => search(content, { query, language: 'zh-Hans' }));
      return results.slice(0, depth).map(({ card }) => idOf.get(card.id) ?? card.id);
    },
  };
}

/** What every searcher has to beat: the same ten documents, whatever is asked. */
export const newestFirst = (documents: readonly JudgedDocument[]): Searcher => ({
  name: 'newest',
  search: async () =>
    documents
      .slice(-depth)
      .reverse()
      .map(({ id }) => id),
});

const textOf = ({ title, text = '' }: JudgedDocument) => `${title}\n${text}`;

/** SQLite's full-text search as it comes: `unicode61` takes a run of Chinese for one word. */
export const ftsDefault = (documents: readonly JudgedDocument[]): Searcher =>
  fullText('FTS5 as it comes', 'unicode61', documents.map(textOf), documents, (query) =>
    wordsOf(query).map(({ text }) => text),
  );

/** BM25 over pairs of Han characters and whole words of other scripts, folded as ours are. */
export const bm25Pairs = (documents: readonly JudgedDocument[]): Searcher =>
  fullText(
    'BM25 on bigrams',
    'ascii',
    documents.map((document) => pairs(textOf(document)).join(' ')),
    documents,
    pairs,
  );

/** BM25 over single Han characters. */
export const bm25Characters = (documents: readonly JudgedDocument[]): Searcher =>
  fullText(
    'BM25 on characters',
    'ascii',
    documents.map((document) => characters(textOf(document)).join(' ')),
    documents,
    characters,
  );

const wordsOf = (text: string) => wordRuns(fold(text));

const pairs = (text: string): string[] =>
  wordsOf(text).flatMap(({ text: run, isHan }) =>
    isHan && run.length > 1 ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run],
  );

const characters = (text: string): string[] =>
  wordsOf(text).flatMap(({ text: run, isHan }) => (isHan ? [...run] : [run]));

function fullText(
  name: string,
  tokenizer: string,
  texts: readonly string[],
  documents: readonly JudgedDocument[],
  terms: (query: string) => string[],
): Searcher {
  const database = new Sqlite(':memory:');
  database.exec(`CREATE VIRTUAL TABLE documents USING fts5(text, tokenize='${tokenizer}')`);
  const insert = database.prepare('INSERT INTO documents (rowid, text) VALUES (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index + 1, text);
  const ranked = database.prepare('SELECT rowid FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT ?').pluck();
  return {
    name,
    async search(query) {
      const wanted = [...new Set(terms(query))].map((term) => `"${term.replaceAll('"', '')}"`);
      if (wanted.length === 0) return [];
      const rows = ranked.all(wanted.join(' OR '), depth) as number[];
      return rows.map((row) => (documents[row - 1] as JudgedDocument).id);
    },
  };
}
