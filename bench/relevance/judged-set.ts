import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A judged set: documents, and queries with the documents people found to answer them. */
export type JudgedSet = { documents: JudgedDocument[]; queries: JudgedQuery[] };

const documentSchema = z.object({ id: z.string(), title: z.string(), text: z.string().optional() });
export type JudgedDocument = z.infer<typeof documentSchema>;

/** `rel` grades documents by id: 0 is no answer, the highest grade of the set a good one. */
const querySchema = z.object({ query: z.string(), rel: z.record(z.string(), z.number()) });
export type JudgedQuery = z.infer<typeof querySchema>;

/** Reads `docs.jsonl` and `qrels.jsonl` of a folder, plain or gzipped. @throws Error naming file and line */
export function readJudgedSet(folder: string): JudgedSet {
  return {
    documents: readLines(folder, 'docs.jsonl', documentSchema),
    queries: readLines(folder, 'qrels.jsonl', querySchema),
  };
}

function readLines<T>(folder: string, name: string, schema: z.ZodType<T>): T[] {
  const plain = join(folder, name);
  const packed = `${plain}.gz`;
  if (!existsSync(plain) && !existsSync(packed))
    throw new Error(`${folder}: holds neither ${name} nor ${name}.gz; a judged set has docs.jsonl and qrels.jsonl`);
  const text = (existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(packed))).toString('utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${folder}/${name}, line ${index + 1}: ${(error as Error).message}`);
    }
  });
}

/** Ids that answer a query as well as any in the whole set do. */
export function goodAnswers(query: JudgedQuery, best: number): Set<string> {
  return new Set(Object.entries(query.rel).flatMap(([id, grade]) => (grade > 0 && grade >= best ? [id] : [])));
}

/** The highest grade there is. */
export const bestGrade = (queries: readonly JudgedQuery[]): number =>
  Math.max(...queries.flatMap(({ rel }) => Object.values(rel)), 1);
