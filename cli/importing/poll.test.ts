import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { everyFeed, type FeedRow, feedByAddress, newFeed } from '../../db/newsroom/queries/feeds.ts';
import { type TestNewsroom, testNewsroom } from '../newsroom.fixture.ts';
import type { Outcome } from './outcome.ts';
import { pollFeed } from './poll.ts';

const now = new Date('2026-11-24T04:00:00Z');
let house: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let base: string;
let newsroom: TestNewsroom;

beforeEach(async () => {
  newsroom = await testNewsroom();
  house = createServer((request, response) => answer(request, response));
  await new Promise<void>((done) => house.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(house.address() as AddressInfo).port}`;
});
afterEach(async () => {
  newsroom.close();
  house.closeAllConnections();
  await new Promise((done) => house.close(done));
});

const feedOf = (path = '/feed', fields: Partial<FeedRow> = {}): FeedRow => ({
  ...newFeed(base + path),
  section: 'news',
  ...fields,
});
const poll = async (feed: FeedRow, at = now) => {
  const outcomes: Outcome[] = [];
  const polled = await pollFeed(
    newsroom.press,
    newsroom.config,
    feed,
    { now: at, fetchImages: false, isAllowed: () => true },
    { outcome: (outcome) => outcomes.push(outcome) },
  );
  return { ...polled, outcomes };
};
const followed = async (path = '/feed') => (await feedByAddress(newsroom.press.newsroom, base + path)) as FeedRow;
const story = (extra = '') =>
  `桐江二桥的最后一段钢箱梁今天早上吊装到位，两岸的施工队在桥中间握了手。${extra}工程指挥部说，桥面铺装将在明年三月开始，六月以前通车试运行，届时江北的居民过江不用再绕行十二公里。`;
const rss = (...items: [guid: string, title: string, text: string][]) =>
  `<rss version="2.0"><channel><title>邻报</title><ttl>60</ttl>${items.map(([guid, title, text]) => `<item><guid isPermaLink="false">tag:${guid}</guid><title>${title}</title><pubDate>Tue, 24 Nov 2026 08:00:00 +0800</pubDate><description>${text}</description></item>`).join('')}</channel></rss>`;

test('a feed is asked with what its last answer said, and left alone as long as it wants', async () => {
  const asked: IncomingMessage['headers'][] = [];
  answer = (request, response) => {
    asked.push(request.headers);
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else
      response
        .writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 24 Nov 2026 00:00:00 GMT', 'content-encoding': 'gzip' })
        .end(gzipSync(rss(['1', '合龙', story()])));
  };
  const first = await poll(feedOf());
  expect(first).toMatchObject({ status: 'read', counts: { imported: 1 } });
  const row = await followed();
  expect(row).toMatchObject({
    etag: '"v1"',
    lastModified: 'Tue, 24 Nov 2026 00:00:00 GMT',
    checkedAt: '2026-11-24T04:00:00Z',
    failures: 0,
  });
  const wait = (Date.parse(row.dueAt ?? '') - now.getTime()) / 60_000;
  expect(wait).toBeGreaterThanOrEqual(60);
  expect(wait).toBeLessThan(67);
  expect(await poll(row)).toMatchObject({ status: 'unchanged', counts: { imported: 0 } });
  expect(asked[1]).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'Tue, 24 Nov 2026 00:00:00 GMT' });
});

test('an entry is taken in once by its id, and revised when it changes', async () => {
  let title = '合龙';
  answer = (_, response) => response.writeHead(200).end(rss(['1', title, story()]));
  expect((await poll(feedOf())).outcomes[0]).toMatchObject({ status: 'imported' });
  expect((await poll(feedOf())).outcomes[0]).toMatchObject({ status: 'unchanged' });
  title = '桐江二桥合龙';
  expect((await poll(feedOf())).outcomes[0]).toMatchObject({ status: 'imported', headline: '桐江二桥合龙' });
});

test('the same story by another feed, a few words changed, is not repeated; another story is', async () => {
  answer = (request, response) =>
    response
      .writeHead(200)
      .end(
        request.url === '/b'
          ? rss(
              ['b1', '桐江二桥今晨合龙', story('（本报讯）')],
              [
                'b2',
                '渡轮加开',
                '渡轮公司今晚起加开两班，末班船开到夜里十一点半，票价与日班相同，月票照常使用，码头的候船室也延长开放到末班船离开以后半小时。',
              ],
            )
          : rss(['a1', '合龙', story()]),
      );
  const [first] = (await poll(feedOf('/a'))).outcomes;
  const { outcomes } = await poll(feedOf('/b'));
  const twin = outcomes.find(({ headline }) => headline === '桐江二桥今晨合龙');
  expect(twin).toMatchObject({ status: 'unchanged', id: first?.id });
  expect(twin?.warnings).toEqual([expect.stringMatching(/^\d{2,3} % of it stands in article /)]);
  expect(outcomes.find(({ headline }) => headline === '渡轮加开')).toMatchObject({ status: 'imported' });
});

test('a feed that fails is asked ever more rarely, and as before once it answers', async () => {
  answer = (_, response) => response.writeHead(500).end();
  const waits: number[] = [];
  let feed = feedOf();
  for (let time = 0; time < 9; time++) {
    expect(await poll(feed)).toMatchObject({ status: 'failed', error: 'the server answered 500' });
    feed = await followed();
    waits.push((Date.parse(feed.dueAt ?? '') - now.getTime()) / 60_000);
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1_440, 1_440]);
  answer = (_, response) => response.writeHead(200).end(rss(['1', '合龙', story()]));
  expect(await poll(feed)).toMatchObject({ status: 'read' });
  expect(await followed()).toMatchObject({ failures: 0, error: null });
});

test('a server that asks for patience gets it', async () => {
  answer = (_, response) => response.writeHead(503, { 'retry-after': '7200' }).end();
  expect(await poll(feedOf())).toMatchObject({ status: 'failed', nextAt: '2026-11-24T06:00:00Z' });
});

test('a feed that moved for good is asked at its new address; one that is gone no longer', async () => {
  answer = (request, response) =>
    request.url === '/feed'
      ? response.writeHead(301, { location: '/new' }).end()
      : response.writeHead(200).end(rss(['1', '合龙', story()]));
  expect(await poll(feedOf())).toMatchObject({ status: 'read', feed: `${base}/new` });
  expect((await everyFeed(newsroom.press.newsroom)).map(({ address }) => address)).toEqual([`${base}/new`]);
  answer = (_, response) => response.writeHead(410).end();
  expect(await poll(await followed('/new'))).toMatchObject({ status: 'gone', nextAt: null });
});

test('what is no feed, too large, or leads into the own network is a failure with a reason', async () => {
  answer = (_, response) => response.writeHead(200).end('<rss version="2.0"><channel>');
  expect((await poll(feedOf())).error).toMatch(/not well-formed XML/);
  answer = (_, response) => {
    response.writeHead(200);
    const more = () => {
      if (!response.destroyed) response.write(Buffer.alloc(1_000_000, 32), more);
    };
    more();
  };
  expect((await poll(feedOf())).error).toMatch(/larger than 16777216 bytes/);
  answer = (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000_000)));
  expect((await poll(feedOf())).error).toMatch(/feed: /);
});

test('only public addresses are asked, behind a redirect too', async () => {
  const refusedBy = async (address: string, isAllowed?: (address: string) => boolean) =>
    (
      await pollFeed(
        newsroom.press,
        newsroom.config,
        feedOf('', { address }),
        { now, fetchImages: false, ...(isAllowed && { isAllowed }) },
        { outcome: () => {} },
      )
    ).error;
  for (const address of [
    base,
    'http://localhost:1/',
    'http://[::1]/',
    'http://169.254.169.254/latest/',
    'http://10.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://0/',
  ])
    expect(await refusedBy(address)).toMatch(/private address/);
  expect(await refusedBy('file:///etc/passwd')).toMatch(/only http and https/);
  answer = (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  expect(await refusedBy(`${base}/`, (address) => address === '127.0.0.1')).toMatch(
    /169\.254\.169\.254 is a private address/,
  );
  answer = (request, response) => response.writeHead(302, { location: `${request.url}x` }).end();
  expect(await refusedBy(`${base}/`, () => true)).toMatch(/more than 3 redirects/);
});
