import { expect, test } from 'vitest';
import type { Block, Inline } from '../article/body.ts';
import type { ArticleRecord } from '../article/record.ts';
import { bodyLinks, plainText } from '../article/text.ts';
import { findArticle } from '../db/content/queries/articles.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { hostStatuses } from '../db/newsroom/queries/hosts.ts';
import { reviseArticle, type Saved } from '../newsroom/articles.ts';
import { chooseNewHosts, decideHost } from '../newsroom/hosts.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectAll, projectPending } from './projector.ts';

const link = (text: string, href: string): Inline => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
});
const text = (value: string): Inline => ({ type: 'text', text: value });

/** Leads to three hosts: by a link, by a card, by its source; and to a page of the site. */
const blocks: Block[] = [
  {
    type: 'paragraph',
    content: [text('看'), link('潮位', 'https://tide.example/now'), text('，再看'), link('往期', '/news')],
  },
  { type: 'embed', attrs: { url: 'https://cards.example/1', title: '桥上一日', description: '' } },
];
const linking = (slug: string) =>
  document(slug, {
    body: { type: 'doc', content: blocks },
    source: { slug: 'wire', name: '通讯社', url: 'https://wire.example/7' },
  });

const shown = async (press: TestPress, { path }: Saved): Promise<ArticleRecord> => {
  const found = await press.reading((content) => findArticle(content, path ?? ''));
  if (!found) throw new Error(`no article at ${path}`);
  return found.record;
};

async function decide(press: TestPress, host: string, status: 'approved' | 'refused') {
  const decided = await decideHost(press.newsroom, host, status, now);
  await projectPending(press);
  return decided;
}

test('an article that links to new hosts is out at once, its words whole, without the links', async () => {
  const press = await openTestPress();
  const record = await shown(press, await press.publish(linking('tide')));
  expect(bodyLinks(record.body)).toEqual(['/news']);
  expect(record.source).toEqual({ slug: 'wire', name: '通讯社', url: null });
  expect(plainText(record.body)).toBe('看潮位，再看往期\n桥上一日');
  expect(await hostStatuses(press.newsroom, ['tide.example', 'cards.example', 'wire.example'])).toEqual(
    new Map([
      ['cards.example', 'new'],
      ['tide.example', 'new'],
      ['wire.example', 'new'],
    ]),
  );
});

test('approving a host brings its links to every article that has them, refusing it takes them out', async () => {
  const press = await openTestPress();
  const [one, two] = [await press.publish(linking('one')), await press.publish(linking('two'))];
  expect(await decide(press, 'https://TIDE.example/any', 'approved')).toEqual({
    host: 'tide.example',
    changed: 2,
    released: 0,
  });
  for (const saved of [one, two])
    expect(bodyLinks((await shown(press, saved)).body)).toEqual(['https://tide.example/now', '/news']);
  expect(await decide(press, 'tide.example', 'refused')).toMatchObject({ changed: 2 });
  expect(bodyLinks((await shown(press, one)).body)).toEqual(['/news']);
  expect(await decide(press, 'tide.example', 'refused')).toMatchObject({ changed: 0 });
});

test('an approved host needs no second word, and a name beside it is another host', async () => {
  const press = await openTestPress();
  await decide(press, 'tide.example', 'approved');
  const near = document('near', {
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [link('假', 'https://tide.example.evil.example/now'), link('真', 'https://tide.example/2')],
        },
      ],
    },
  });
  expect(bodyLinks((await shown(press, await press.publish(near))).body)).toEqual(['https://tide.example/2']);
});

test('a read model made anew shows the links that were shown, and no other', async () => {
  const press = await openTestPress();
  const saved = await press.publish(linking('tide'));
  await decide(press, 'cards.example', 'approved');
  const before = await shown(press, saved);
  await projectAll(press);
  expect(await shown(press, saved)).toEqual(before);
});

test('allowing every host shows all links but those refused; taking it back lets nothing vanish that readers saw', async () => {
  const press = await openTestPress();
  const saved = await press.publish(linking('tide'));
  await decide(press, 'wire.example', 'refused');
  await chooseNewHosts(press.newsroom, 'allow', now);
  await projectPending(press);
  const all = await shown(press, saved);
  expect(bodyLinks(all.body)).toEqual(['https://tide.example/now', '/news', 'https://cards.example/1']);
  expect(all.source?.url).toBe(null);
  await chooseNewHosts(press.newsroom, 'withhold', now);
  await projectPending(press);
  expect(bodyLinks((await shown(press, saved)).body)).toEqual(bodyLinks(all.body));
});

test('a revision that no longer leads somewhere is not published anew for it', async () => {
  const press = await openTestPress();
  const saved = await press.publish(linking('tide'));
  const article = await articleById(press.newsroom, saved.id);
  if (article) await reviseArticle(press.newsroom, article, document('tide'), { now, note: 'edit', publish: true });
  await projectPending(press);
  expect(await decide(press, 'tide.example', 'approved')).toMatchObject({ changed: 0 });
});

test('the site’s own host is no host to be approved', async () => {
  const press = await openTestPress();
  press.ring = { ...press.ring, list: { ...press.ring.list, site: 'https://paper.example' } };
  const own = document('own', {
    body: { type: 'doc', content: [{ type: 'paragraph', content: [link('自家', 'https://paper.example/news')] }] },
  });
  expect(bodyLinks((await shown(press, await press.publish(own))).body)).toEqual(['https://paper.example/news']);
});

test.each(['', 'tide example', 'a@tide.example', 'javascript:alert(1)'])('%j is refused as a host', async (given) => {
  const press = await openTestPress();
  await expect(decideHost(press.newsroom, given, 'approved', now)).rejects.toThrow('is no host');
});
