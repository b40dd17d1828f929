import { type DocumentFacts, ImportError } from '../../article/draft.ts';
import { dropFeed, type FeedRow, saveFeed } from '../../db/newsroom/queries/feeds.ts';
import { toInstant } from '../../edition/dates.ts';
import { bytesSource } from '../../ingest/source.ts';
import type { Config } from '../../server/config.ts';
import { FetchError, type Fetched, type FetchOptions, fetchPublic } from '../fetch.ts';
import type { openPress } from '../press.ts';
import { type Status, Tally } from './outcome.ts';
import { importAnswer, type Report } from './run.ts';
import type { ImportOptions } from './taking-in.ts';

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, application/json;q=0.8, text/xml;q=0.8, */*;q=0.1';
const maxBytes = 16 * 1024 * 1024;

const minute = 60_000;
const usualInterval = 30 * minute;
const shortestInterval = 15 * minute;
const longestInterval = 24 * 60 * minute;
/** A feed that fails for weeks is asked once a day, not given up: houses rebuild their sites. */
const firstBackOff = 15 * minute;

/** What one asking of a feed came to. */
export type Polled = {
  feed: string;
  status: 'read' | 'unchanged' | 'failed' | 'gone';
  counts: Record<Status, number>;
  nextAt: string | null;
  error?: string;
};

export type PollOptions = Pick<ImportOptions, 'now' | 'fetchImages'> & { isAllowed?: FetchOptions['isAllowed'] };

/**
 * Asks a feed for what is new and takes it in. Asks conditionally, no sooner than the feed wants, and ever more rarely
 * while it fails. What happened is kept with the feed.
 */
export async function pollFeed(
  press: ReturnType<typeof openPress>,
  config: Config,
  feed: FeedRow,
  options: PollOptions,
  report: Report,
): Promise<Polled> {
  const { now } = options;
  const tally = new Tally();
  const facts: DocumentFacts[] = [];
  const watched: Report = {
    outcome: (outcome) => {
      tally.count(outcome);
      report.outcome(outcome);
    },
    facts: (file, format, said) => {
      facts.push(said);
      report.facts?.(file, format, said);
    },
  };
  const done = async (row: Partial<FeedRow>, status: Polled['status']): Promise<Polled> => {
    const next = { ...feed, checkedAt: toInstant(now), ...row };
    await press.newsroom.atomic([...(next.address === feed.address ? [] : [dropFeed(feed.address)]), saveFeed(next)]);
    return {
      feed: next.address,
      status,
      counts: tally.total,
      nextAt: next.dueAt,
      ...(next.error && { error: next.error }),
    };
  };
  const failed = (error: string, retryAfter = 0) =>
    done(
      { failures: feed.failures + 1, error, dueAt: later(now, Math.max(backOff(feed.failures), retryAfter)) },
      'failed',
    );
  try {
    const answer = await fetchPublic(feed.address, {
      what: 'feed',
      accept,
      maxBytes,
      headers: conditionOf(feed),
      ...(options.isAllowed && { isAllowed: options.isAllowed }),
    });
    const moved = answer.movedTo === null ? {} : { address: answer.movedTo };
    if (answer.status === 410)
      return await done({ error: 'its house has taken it down for good (410)', dueAt: null }, 'gone');
    if (answer.status === 304)
      return await done(
        { failures: 0, error: null, dueAt: later(now, interval(answer, feed.address, [])) },
        'unchanged',
      );
    if (answer.status !== 200) return await failed(`the server answered ${answer.status}`, retryAfter(answer, now));
    const document = {
      source: bytesSource(answer.bytes, feed.address),
      origin: feed.address,
      beside: async () => null,
      isClosing: false,
      ...charsetOf(answer),
    };
    const taking = {
      publish: feed.publish === 1,
      section: feed.section,
      format: 'auto' as const,
      fetchImages: options.fetchImages,
      dryRun: false,
      now,
    };
    await importAnswer(press, config, document, taking, watched);
    const { etag = null, 'last-modified': lastModified = null } = answer.headers;
    return await done(
      {
        ...moved,
        etag,
        lastModified,
        failures: 0,
        error: null,
        dueAt: later(now, interval(answer, feed.address, facts)),
      },
      'read',
    );
  } catch (error) {
    if (error instanceof FetchError || error instanceof ImportError) return failed(error.message);
    throw error;
  }
}

const conditionOf = ({ etag, lastModified }: FeedRow): Record<string, string> => ({
  ...(etag && { 'if-none-match': etag }),
  ...(lastModified && { 'if-modified-since': lastModified }),
});

const backOff = (failures: number) => Math.min(longestInterval, firstBackOff * 2 ** Math.min(failures, 10));

/** The longest of what the server, the feed and good manners ask for. */
function interval({ headers }: Fetched, address: string, facts: readonly DocumentFacts[]): number {
  const maxAge = Number(/max-age=(\d{1,8})/.exec(headers['cache-control'] ?? '')?.[1] ?? 0) * 1_000;
  const ttl = Math.max(0, ...facts.map(({ facts: { ttl } }) => (typeof ttl === 'number' ? ttl : 0))) * minute;
  const wanted = Math.max(maxAge, ttl) || usualInterval;
  return Math.min(longestInterval, Math.max(shortestInterval, wanted)) * (1 + spread(address) / 10);
}

/** 0 to 1 by the address, so that feeds that were added together are not asked together for ever. */
const spread = (address: string) =>
  [...address].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 997, 7) / 997;

/** RFC 9110, 10.2.3: seconds or a date. */
function retryAfter({ headers }: Fetched, now: Date): number {
  const value = headers['retry-after'] ?? '';
  const wanted = /^\d{1,8}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isFinite(wanted) ? Math.min(7 * longestInterval, Math.max(0, wanted)) : 0;
}

const later = (now: Date, milliseconds: number) => toInstant(new Date(now.getTime() + milliseconds));

const charsetOf = ({ headers }: Fetched) => {
  const charset = /charset="?([\w-]{2,20})/i.exec(headers['content-type'] ?? '')?.[1];
  return charset ? { charset } : {};
};
