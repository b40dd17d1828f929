import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { type TermSource, termCounts, termsOf } from './keywords.ts';

const source = (text: string, fields: Partial<TermSource> = {}): TermSource => ({
  language: 'zh-Hans',
  headline: '题',
  standfirst: null,
  tags: [],
  body: { type: 'doc', content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }] },
  ...fields,
});
const [union = 0] = termsOf('工会', 'zh');

test('a term is a pair of Han characters or a word of another script', () => {
  expect(termsOf('湖南工会', 'zh').size).toBe(3);
  expect(termsOf('湖南，工会', 'zh').size).toBe(2);
  expect(termsOf('tidb 与 raft', 'zh').size).toBe(2);
  expect(termsOf('', 'zh').size).toBe(0);
});

test('both Chinese scripts have the same terms, Chinese and English articles none in common', () => {
  expect(termsOf(fold('湖南工會'), 'zh')).toEqual(termsOf(fold('湖南工会'), 'zh'));
  expect(termsOf('raft', 'zh')).not.toEqual(termsOf('raft', 'en'));
});

test('a headline or tag says as much as several mentions in the text', () => {
  const said = (text: string, fields?: Partial<TermSource>) => termCounts(source(text, fields)).said(union);
  expect(said('工会说，工会做')).toBe(2);
  expect(said('', { headline: '工会与工会' })).toBe(8);
  expect(said('', { tags: [{ slug: 'gonghui', name: '工会' }] })).toBe(4);
  expect(said('工会', { standfirst: '工会' })).toBe(3);
});

test('grammar and bare numbers are told from what a text is about', () => {
  const dull: boolean[] = [];
  termCounts(source('工会 的人 2026 h7n9')).each((_, __, isDull) => dull.push(isDull));
  expect(dull).toEqual([false, true, true, false]);
});

test('a long text is counted whole, and every term once', () => {
  const words = Array.from({ length: 1_500 }, (_, index) => `w${index}`).join(' ');
  const counts = termCounts(source(words.slice(0, 7_900)));
  let terms = 0;
  counts.each((_, said) => {
    expect(said).toBe(1);
    terms += 1;
  });
  expect(terms).toBe(counts.size);
  expect(terms).toBeGreaterThan(1_300);
});
