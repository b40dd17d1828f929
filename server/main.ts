import { join } from 'node:path';
import { InvalidationLog, publishedSite } from '../db/content/invalidation.ts';
import { ReadCounter } from './audience/read-counter.ts';
import { CardPictures } from './cards/card-pictures.ts';
import type { Config } from './config.ts';
import { operatorsLinks } from './config-discovery.ts';
import type { Stylesheets } from './firewall/stylesheets.ts';
import { readTarget } from './http/address.ts';
import { clientAddress } from './http/client-address.ts';
import { securityHeaders } from './http/headers.ts';
import { createListener, drain, listen } from './http/listener.ts';
import { SearchLimit } from './http/search-limit.ts';
import { smallAnswers } from './http/small-answers.ts';
import type { Log } from './log.ts';
import { Editions } from './pages/editions.ts';
import type { Renderer } from './pages/fill.ts';
import { Freshness } from './pages/freshness.ts';
import { PageCache } from './pages/page-cache.ts';
import { Pages } from './pages/pages.ts';
import { Recompressor } from './pages/recompressor.ts';
import { publicSite } from './public-site.ts';

export type RunningSite = {
  port: number;
  /** Stops taking connections and resolves when the last answer is sent. */
  stop(): Promise<void>;
};

const renderTimeLimit = 10_000;
const lifetime = 300_000;
/** Publications are noticed at least this often (ms), so that the first request a second later is never stale. */
const noticeEvery = 200;

/** What pages are made with. */
export type Workshop = {
  render: Renderer;
  stylesheets: Stylesheets;
  log: Log;
  /** Has the renderer load everything it may need, in the words of an edition of this language. */
  loadRoutes: (language: string) => Promise<void>;
};

/** Starts the public listener. `config.port` 0 takes any free port. @throws when the port cannot be listened on */
export async function startSite(
  config: Config,
  { render, stylesheets, log, loadRoutes }: Workshop,
): Promise<RunningSite> {
  const { discovery } = config;
  const security = securityHeaders(config.publicUrl, { isClosed: discovery.robots === 'closed' });
  const cache = new PageCache(config.pageCacheBytes);
  const editions = new Editions(publishedSite, log);
  await editions.refresh();
  const freshness = new Freshness({
    open: () => new InvalidationLog(config.contentDatabaseUrl),
    cache,
    log,
    siteChanged: () => void editions.refresh(),
  });
  const recompressor = new Recompressor((entry) => cache.get(entry.key) === entry, log);
  const pages = new Pages({
    render,
    stylesheets,
    publicUrl: config.publicUrl,
    security,
    freshness,
    cache,
    log,
    now: Date.now,
    timeLimit: renderTimeLimit,
    lifetime,
    operatorsLinks: new Set(operatorsLinks(discovery)),
    popular: (entry) => recompressor.add(entry),
  });
  const responder = { security, grown: cache.grow.bind(cache) };
  const addressOf = clientAddress(config.trustedProxies);
  const pageAt = cache.get.bind(cache);
  const reads = new ReadCounter({
    ...{ url: config.audienceDatabaseUrl, host: new URL(config.publicUrl).host, addressOf, pageAt, log },
  });
  const { publicUrl, dataDir } = config;
  const small = smallAnswers(config);
  const cards = new CardPictures({ folder: join(dataDir, 'media'), render, log });
  const server = createListener(
    publicSite({
      ...{ pages, freshness, editions, security, responder, small, reads, cards, publicUrl, dataDir, log },
      searchLimit: new SearchLimit(addressOf),
    }),
    security.plain,
  );
  const timer = setInterval(() => freshness.check(), noticeEvery);
  await warmUp(pages, editions, log);
  const port = await listen(server, config);
  loadRoutes(editions.current[0]?.language ?? '').catch((error: unknown) =>
    log.warn({ reason: String(error) }, 'the renderer could not load all of its routes'),
  );
  return {
    port,
    async stop() {
      clearInterval(timer);
      await drain(server);
      await reads.stop();
      freshness.close();
    },
  };
}

/** The first page is slow to render because the renderer loads itself; readers need not wait for that. */
async function warmUp(pages: Pages, editions: Editions, log: Log): Promise<void> {
  const front = readTarget(editions.current, '/');
  if (front.kind !== 'page') return;
  await pages
    .get(front.address)
    .catch((error: unknown) => log.error({ reason: String(error) }, 'the front page cannot be made yet'));
}
