import { expect, test } from 'vitest';
import { readAloud, readingTerms, soundingLike } from './readings.ts';

const reading = 'hu nan gong hui|xi an';
const found = (typed: string) => readAloud(typed).flatMap((way) => soundingLike(['湖南工会', '西安'], reading, way));

test('what is typed as it is read names the characters that are read so', () => {
  for (const typed of ['hunan gonghui', 'hunangonghui', 'Hu-nan gong hui', 'hngh'])
    expect(found(typed)).toContain('湖南工会');
  expect(found('gonghui')).toEqual(['工会']);
  expect(found("xi'an")).toEqual(['西安']);
  expect(found('xian')).toEqual(['西安']);
});

test('what is no reading, or only one character of it, names nothing', () => {
  for (const typed of ['', 'gong', 'zzzz', 'tram line', 'hunangong hui 2', '工会', `${'hu'.repeat(30)}`])
    expect(found(typed)).toEqual([]);
});

test('whatever is typed is found by terms that its reading has', () => {
  const terms = readingTerms(reading);
  for (const typed of ['hunan gonghui', 'hngh', 'nangong'])
    expect(
      readAloud(typed).some((way) => way.terms.length > 0 && way.terms.every((term) => terms.includes(term))),
    ).toBe(true);
});
