import { join } from 'node:path';
import { feedStylesheetPath } from '../../edition/data-paths.ts';
import type { Config } from '../config.ts';
import { feedStylesheet } from './feed-stylesheet.ts';
import { type FlatHeaders, speculationPath } from './headers.ts';
import { icons } from './icons.ts';
import { robots } from './robots.ts';

export type SmallAnswer = { type: string; body: string | Buffer; cacheControl: string };
export type SmallAnswers = ReadonlyMap<string, SmallAnswer>;

const day = 'public, max-age=86400';
const plainText = 'text/plain; charset=utf-8';

/**
 * Prefetch what a reader points at, prerender what they press on. Searches cost a render each and the theme form changes
 * something; neither is fetched ahead, nor is what programs read.
 */
const notAhead = {
  not: { href_matches: ['/search*', '/*/search*', '/theme', '/media/*', '/*.xml*', '/*.json', '/*.md'] },
};
const speculation = JSON.stringify({
  prefetch: [{ where: { and: [{ href_matches: '/*' }, notAhead] }, eagerness: 'moderate' }],
  prerender: [{ where: { and: [{ href_matches: '/*' }, notAhead] }, eagerness: 'conservative' }],
});

/** Small files by their path: what the operator decides and no page says. */
export function smallAnswers({ discovery, publicUrl, dataDir }: Config): SmallAnswers {
  const text = (body: string): SmallAnswer => ({ type: plainText, body, cacheControl: 'public, max-age=3600' });
  const { indexNow } = discovery;
  return new Map([
    [speculationPath, { type: 'application/speculationrules+json', body: speculation, cacheControl: day }],
    ['/robots.txt', text(robots(discovery, publicUrl))],
    [feedStylesheetPath, { type: 'text/css; charset=utf-8', body: feedStylesheet, cacheControl: day }],
    // Whoever tells IndexNow of an address proves by this file that the site is theirs.
    ...(indexNow ? [[`/${indexNow.key}.txt`, text(indexNow.key)] as const] : []),
    ...icons(join(dataDir, 'icons')),
  ]);
}

export const smallHeaders = ({ type, cacheControl }: SmallAnswer, common: FlatHeaders): FlatHeaders => [
  ...common,
  'Content-Type',
  type,
  'Cache-Control',
  cacheControl,
];
