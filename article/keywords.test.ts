import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { type TermSource, termCounts, termsOf } from './keywords.ts';

const source = (fields: Partial<TermSource>): TermSource => ({
  language: 'zh-Hans',
  headline: '题',
  standfirst: null,
  tags: [],
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
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
  const text = (words: string) => termCounts(source({}), words).said(union);
  expect(text('工会说，工会做')).toBe(2);
  expect(termCounts(source({ headline: '工会与工会' }), '').said(union)).toBe(8);
  expect(termCounts(source({ tags: [{ slug: 'gonghui', name: '工会' }] }), '').said(union)).toBe(4);
  expect(termCounts(source({ standfirst: '工会' }), '工会').said(union)).toBe(3);
});

test('a long text is counted whole, and every term once', () => {
  const characters = Array.from({ length: 3_000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
  const counts = termCounts(source({}), characters);
  expect(counts.size).toBe(2_999);
  let said = 0;
  counts.each((_, times) => {
    said += times;
  });
  expect(said).toBe(2_999);
});
