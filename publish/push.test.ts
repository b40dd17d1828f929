import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { write } from '../db/client.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { withdrawArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { push } from './push.ts';
import { baidu, indexNow, webSub } from './push-services.ts';

const origin = 'https://news.example';

/** A service on this machine that writes down what it is told. */
async function openService() {
  const told: { url: string; type: string; body: string }[] = [];
  const answers = { status: 200, body: '' };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    told.push({ url: request.url as string, type: request.headers['content-type'] as string, body });
    response.writeHead(answers.status).end(answers.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { told, answers, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const waiting = (press: TestPress) =>
  press.newsroom.rows(write`SELECT address, attempts, next_at, fault FROM deliveries ORDER BY address`);
const pages = ['https://news.example/news/city/2026/02/01/a', 'https://news.example/zh-hant/news/city/2026/02/01/a'];

test('a service that is new hears of what is published from then on, in every edition, once', async () => {
  const press = await openTestPress();
  await press.publish(document('before'));
  const { told, endpoint } = await openService();
  const service = indexNow({ key: 'abcdef0123456789', endpoint }, origin);
  expect(await push(press.newsroom, service, origin, now)).toEqual({
    ...{ service: 'indexnow', sent: 0, failed: 0, fault: null },
  });
  await press.publish(document('a'));
  expect((await push(press.newsroom, service, origin, now)).sent).toBe(2);
  expect(told.map(({ body }) => JSON.parse(body))).toEqual([
    {
      host: 'news.example',
      key: 'abcdef0123456789',
      keyLocation: 'https://news.example/abcdef0123456789.txt',
      urlList: pages,
    },
  ]);
  expect((await push(press.newsroom, service, origin, later(60))).sent).toBe(0);
  expect(told).toHaveLength(1);
});

test('a withdrawal is told too', async () => {
  const press = await openTestPress();
  const { told, endpoint } = await openService();
  const service = baidu({ token: 'abcdefgh', endpoint: `${endpoint}urls` }, origin);
  await push(press.newsroom, service, origin, now);
  const { id } = await press.publish(document('a'));
  await push(press.newsroom, service, origin, now);
  const article = await articleById(press.newsroom, id);
  if (article) await withdrawArticle(press.newsroom, article, '误发', now);
  await push(press.newsroom, service, origin, now);
  expect(told).toEqual(
    Array.from({ length: 2 }, () => ({
      url: `/urls?site=${encodeURIComponent(origin)}&token=abcdefgh`,
      type: 'text/plain',
      body: pages.join('\n'),
    })),
  );
});

test('a service that fails is told later, each time twice as late, and nothing is lost or told twice', async () => {
  const press = await openTestPress();
  const { told, answers, endpoint } = await openService();
  const service = indexNow({ key: 'abcdef0123456789', endpoint }, origin);
  await push(press.newsroom, service, origin, now);
  await press.publish(document('a'));
  answers.status = 503;
  expect(await push(press.newsroom, service, origin, now)).toMatchObject({ sent: 0, failed: 2 });
  expect(await waiting(press)).toMatchObject([
    { attempts: 1, next_at: '2026-03-01T12:00:30Z', fault: expect.stringContaining('answered 503') },
    { attempts: 1 },
  ]);
  expect(await push(press.newsroom, service, origin, later(10))).toMatchObject({ sent: 0, failed: 0 });
  await push(press.newsroom, service, origin, later(30));
  expect(await waiting(press)).toMatchObject([{ attempts: 2, next_at: '2026-03-01T12:01:30Z' }, { attempts: 2 }]);
  answers.status = 200;
  expect(await push(press.newsroom, service, origin, later(90))).toMatchObject({ sent: 2, fault: null });
  expect(await waiting(press)).toEqual([]);
  expect(told).toHaveLength(3);
});

test('a service nobody answers at is a fault like any other', async () => {
  const press = await openTestPress();
  const service = webSub('http://127.0.0.1:9/');
  await push(press.newsroom, service, origin, now);
  await press.publish(document('a'));
  const { failed, fault } = await push(press.newsroom, service, origin, now);
  expect(failed).toBeGreaterThan(0);
  expect(fault).toBeTruthy();
});

test('what Baidu answers with an error was not taken', async () => {
  const press = await openTestPress();
  const { answers, endpoint } = await openService();
  const service = baidu({ token: 'abcdefgh', endpoint }, origin);
  await push(press.newsroom, service, origin, now);
  await press.publish(document('a'));
  answers.body = '{"error":401,"message":"token is not valid"}';
  expect((await push(press.newsroom, service, origin, now)).fault).toContain('token is not valid');
});

test('a hub hears of the feeds an article stands in', async () => {
  const press = await openTestPress();
  const { told, endpoint } = await openService();
  await push(press.newsroom, webSub(endpoint), origin, now);
  await press.publish(document('a'));
  await push(press.newsroom, webSub(endpoint), origin, now);
  const form = new URLSearchParams(told[0]?.body);
  expect(form.get('hub.mode')).toBe('publish');
  expect(form.getAll('hub.url')).toEqual(
    expect.arrayContaining([
      'https://news.example/feed.xml',
      'https://news.example/news/city/atom.xml',
      'https://news.example/zh-hant/news/feed.json',
    ]),
  );
});

test('a scheduled article is told of when it comes out', async () => {
  const press = await openTestPress();
  const { told, endpoint } = await openService();
  const service = indexNow({ key: 'abcdef0123456789', endpoint }, origin);
  await push(press.newsroom, service, origin, now);
  await press.publish(document('a', { publishedAt: '2026-03-01T12:10:00Z' }));
  await push(press.newsroom, service, origin, now);
  expect(told).toEqual([]);
  expect((await push(press.newsroom, service, origin, later(600))).sent).toBe(2);
});
