import { expect, test } from 'vitest';
import { readQuery, unitsOf } from './query.ts';

const words = (typed: string) => readQuery(typed).wanted.map(({ text }) => text);

test('words are folded, split at gaps and between scripts, each once', () => {
  expect(words('　湖南工會 Tram2路 工會')).toEqual(['湖南工会', 'tram2', '路', '工会']);
  expect(words('工会 工會')).toEqual(['工会']);
});

test('quotes of every kind keep words together', () => {
  for (const typed of ['"环卫 工人"', '“环卫 工人”', '「環衛 工人」', '＂环卫 工人＂'])
    expect(readQuery(typed).phrases, typed).toEqual([
      [
        { text: '环卫', isHan: true },
        { text: '工人', isHan: true },
      ],
    ]);
});

test('a hyphen before a word or a phrase excludes it, one inside of a word does not', () => {
  expect(readQuery('工会 -足球 -"青年 报"')).toMatchObject({
    wanted: [{ text: '工会' }],
    excluded: [[{ text: '足球' }], [{ text: '青年' }, { text: '报' }]],
  });
  expect(readQuery('covid-19 - 工会')).toMatchObject({ excluded: [] });
  expect(words('covid-19')).toEqual(['covid', '19']);
});

test.each(['', ' ', '"', '""', '-', '--', '-"', '“', '*^()', 'AND', 'NEAR(', '\u202e\u0000', '。，！', '－－'])(
  '%j is no error',
  (typed) => {
    const query = readQuery(typed);
    expect(query.phrases.flat().length).toBe(0);
    expect(query.wanted.length).toBeLessThanOrEqual(1);
  },
);

test('of a query of ten thousand characters the beginning is looked at', () => {
  expect(words('工'.repeat(10_000))).toEqual(['工'.repeat(120)]);
  expect(words(Array.from({ length: 5_000 }, (_, index) => `a${index}`).join(' '))).toHaveLength(12);
  expect(unitsOf(readQuery(`${'甲乙丙丁戊己庚辛壬癸'.repeat(12)}`).wanted).length).toBeLessThanOrEqual(24);
});

test('units are characters, pairs, words, their stems and parts, and pieces of Latin words', () => {
  const units = unitsOf(readQuery('工会法 trams').wanted).map(({ term }) => term);
  expect(units).toEqual(['工', '会', '法', '工会', '会法', 'trams', 'tram', '·tra', '·ram', '·ams']);
});
