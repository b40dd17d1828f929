import { pinyin } from 'pinyin-pro';
import { fold, wordRuns } from '../article/fold.ts';

/** How the Han characters of a headline are read; see `article/readings.ts`. Both scripts read alike. */
export const readingOf = (headline: string): string =>
  wordRuns(fold(headline))
    .filter(({ isHan }) => isHan)
    .map(({ text }) => pinyin(text, { toneType: 'none', type: 'array', v: true }).join(' '))
    .join('|');
