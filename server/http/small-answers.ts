import { type FlatHeaders, speculationPath } from './headers.ts';

export type SmallAnswer = { type: string; body: string; cacheControl: string };

const day = 'public, max-age=86400';

/** A square with a dateline across it: the mark of a paper that has no own yet. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#8c1d18"/><path d="M7 9h18v3H7zM7 15h18v2H7zM7 19h18v2H7zM7 23h11v2H7z" fill="#fff"/></svg>`;

/**
 * Prefetch what a reader points at, prerender what they press on. Searches cost a render each and the theme form changes
 * something, so neither is fetched ahead.
 */
const notAhead = { not: { href_matches: ['/search*', '/*/search*', '/theme', '/media/*'] } };
const speculation = JSON.stringify({
  prefetch: [{ where: { and: [{ href_matches: '/*' }, notAhead] }, eagerness: 'moderate' }],
  prerender: [{ where: { and: [{ href_matches: '/*' }, notAhead] }, eagerness: 'conservative' }],
});

/** Small files by their path. */
export const smallAnswers: ReadonlyMap<string, SmallAnswer> = new Map([
  [speculationPath, { type: 'application/speculationrules+json', body: speculation, cacheControl: day }],
  [
    '/robots.txt',
    { type: 'text/plain; charset=utf-8', body: 'User-agent: *\nAllow: /\n', cacheControl: 'public, max-age=3600' },
  ],
  ['/favicon.svg', { type: 'image/svg+xml', body: icon, cacheControl: day }],
  ['/favicon.ico', { type: 'image/svg+xml', body: icon, cacheControl: day }],
]);

export const smallHeaders = ({ type, cacheControl }: SmallAnswer, common: FlatHeaders): FlatHeaders => [
  ...common,
  'Content-Type',
  type,
  'Cache-Control',
  cacheControl,
];
