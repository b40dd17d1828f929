import { fold, wordRuns } from '../../article/fold.ts';
import type { JudgedArticle } from './related-set.ts';

/** What others do. Each ranks all other articles of a set for one of them, the best first. */
export type Ranker = (article: JudgedArticle) => string[];

export const byDate = (articles: readonly JudgedArticle[]): Ranker => {
  const newest = articles.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).map(({ id }) => id);
  return ({ id }) => newest.filter((other) => other !== id);
};

/** Most shared tags first, of equals the newest. */
export const byTags = (articles: readonly JudgedArticle[]): Ranker => {
  const newest = byDate(articles);
  const tags = new Map(articles.map((one) => [one.id, new Set(one.tags)]));
  return (article) => {
    const shared = (id: string) => article.tags.filter((tag) => tags.get(id)?.has(tag)).length;
    return newest(article)
      .filter((id) => shared(id) > 0)
      .sort((a, b) => shared(b) - shared(a));
  };
};

const k1 = 1.2;
const b = 0.75;

/** BM25 (k1 1.2, b 0.75) over pairs of characters of headline and the text's first 300, on both sides. */
export const byBm25 = (articles: readonly JudgedArticle[]): Ranker => {
  const documents = articles.map((one) => ({ id: one.id, terms: countTerms(one) }));
  const lengths = new Map(documents.map(({ id, terms }) => [id, sum(terms.values())]));
  const average = sum(lengths.values()) / Math.max(1, documents.length);
  const frequency = new Map<string, number>();
  for (const { terms } of documents)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const rarity = (term: string) => {
    const having = frequency.get(term) ?? 0;
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
  };
  return (article) => {
    const asked = countTerms(article);
    const scores = documents.map(({ id, terms }) => {
      const norm = k1 * (1 - b + (b * (lengths.get(id) ?? 0)) / average);
      let score = 0;
      for (const [term, weight] of asked) {
        const count = terms.get(term) ?? 0;
        if (count > 0) score += (weight * rarity(term) * count * (k1 + 1)) / (count + norm);
      }
      return { id, score };
    });
    return scores
      .filter(({ id }) => id !== article.id)
      .sort((one, other) => other.score - one.score)
      .map(({ id }) => id);
  };
};

function countTerms({ headline, text }: JudgedArticle): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of wordRuns(fold(`${headline}\n${text.slice(0, 300)}`))) {
    const terms = run.isHan ? pairsOf(run.text) : [run.text];
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

const pairsOf = (han: string): string[] =>
  Array.from({ length: Math.max(0, han.length - 1) }, (_, index) => han.slice(index, index + 2));

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
