import { groupOf } from '../article/lists.ts';
import type { Database, Statement } from '../db/client.ts';
import {
  addDelivery,
  dropDelivery,
  dueDeliveries,
  pushProgress,
  retryDelivery,
  setPushProgress,
} from '../db/newsroom/queries/deliveries.ts';
import { lastPublication, newestPublications, type PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import { type FeedSubject, feedFormats, feedPath } from '../edition/data-paths.ts';
import { toInstant } from '../edition/dates.ts';
import { articlePath } from '../edition/paths.ts';
import type { Site } from '../edition/site.ts';
import { parseDocument } from '../newsroom/document.ts';
import { getSettings } from '../newsroom/settings.ts';
import type { PushService } from './push-services.ts';

const entriesAtOnce = 500;
/** A service that fails is asked again after half a minute, then twice as late each time, up to six hours. In ms. */
const firstWait = 30_000;
const longestWait = 6 * 3_600_000;

export type PushResult = { service: string; sent: number; failed: number; fault: string | null };

/**
 * Tells a service of what was published since it was last told: addresses go from the outbox into a table of deliveries,
 * those that are due are sent, and one that could not be is kept for later. A service that is new hears of what comes
 * from now on. Publishing never waits for any of this.
 */
export async function push(newsroom: Database, service: PushService, origin: string, now: Date): Promise<PushResult> {
  await fillDeliveries(newsroom, service, origin, now);
  const result: PushResult = { service: service.name, sent: 0, failed: 0, fault: null };
  const at = toInstant(now);
  for (;;) {
    const due = await dueDeliveries(newsroom, service.name, at, service.batch);
    if (due.length === 0) return result;
    try {
      await service.send(due.map(({ address }) => address));
      await newsroom.atomic(due.map((delivery) => dropDelivery(service.name, delivery, at)));
      result.sent += due.length;
    } catch (error) {
      result.fault = faultOf(error);
      result.failed = due.length;
      await newsroom.atomic(
        due.map((delivery) =>
          retryDelivery(service.name, delivery, nextAttempt(delivery.attempts, now), result.fault as string),
        ),
      );
      return result;
    }
  }
}

async function fillDeliveries(newsroom: Database, service: PushService, origin: string, now: Date): Promise<void> {
  const known = await pushProgress(newsroom, service.name);
  if (known === undefined) {
    await newsroom.atomic([setPushProgress(service.name, await lastPublication(newsroom))]);
    return;
  }
  const { site } = await getSettings(newsroom);
  for (let from = known; ; ) {
    const entries = await newestPublications(newsroom, from, entriesAtOnce);
    const last = entries.at(-1);
    if (!last) return;
    const statements: Statement[] = [];
    for (const entry of entries)
      if (entry.kind === 'article') statements.push(...deliveriesOf(entry, service, site, origin, now));
    await newsroom.atomic([...statements, setPushProgress(service.name, last.seq)]);
    from = last.seq;
  }
}

/** An article that is scheduled is told of when it comes out. */
function deliveriesOf(
  entry: PublishedRevision,
  service: PushService,
  site: Site,
  origin: string,
  now: Date,
): Statement[] {
  const { language, section, publishedAt } = parseDocument(JSON.parse(entry.document));
  const at = [publishedAt, toInstant(now)].sort().at(-1) as string;
  const [top = section] = section.split('/');
  const subjects: FeedSubject[] = [
    { page: 'front' },
    ...[...new Set([top, section])].map((path): FeedSubject => ({ page: 'section', section: path })),
  ];
  return site.editions
    .filter((edition) => groupOf(edition.language) === groupOf(language))
    .flatMap((edition) =>
      service.tells === 'pages'
        ? [articlePath(edition, entry.path as string)]
        : subjects.flatMap((of) => feedFormats.map((format) => feedPath(edition, of, format))),
    )
    .map((path) => addDelivery(service.name, origin + path, at));
}

const nextAttempt = (attempts: number, now: Date): string =>
  toInstant(new Date(now.getTime() + Math.min(longestWait, firstWait * 2 ** attempts)));

const faultOf = (error: unknown): string => {
  const { cause } = error as { cause?: unknown };
  const text = cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error);
  return text.slice(0, 300);
};
