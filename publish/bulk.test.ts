import { expect, onTestFinished, test } from 'vitest';
import { openContentWriter } from '../db/content/writer.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { lastPublication } from '../db/newsroom/queries/outbox.ts';
import { createArticle } from '../newsroom/articles.ts';
import { composeHere } from './composing.ts';
import { Compositor } from './compositor.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectPending, projectWhile, tidyIndex } from './projector.ts';

const tables = ['articles', 'article_records', 'listing', 'lists', 'list_marks', 'register', 'register_nodes'];

async function rowsOf(press: TestPress): Promise<unknown[]> {
  return Promise.all(
    tables.map((name) => press.content.rows({ text: `SELECT * FROM ${name} ORDER BY 1, 2`, values: [] })),
  );
}

test('articles that come in while others are shown are all shown, and the read model is as one made from nothing', async () => {
  const press = await openTestPress();
  const compositor = new Compositor();
  onTestFinished(() => compositor.close());
  press.compose = compositor.compose;
  let taken = 0;
  const takeIn = async () => {
    await press.newsroom.exclusively(async () => {
      for (const until = taken + 120; taken < until; taken++)
        await createArticle(press.newsroom, document(`a${taken}`), { now, note: 'test', publish: true });
    });
    return taken < 600;
  };
  expect(await projectWhile(press, takeIn)).toBe(await lastPublication(press.newsroom));
  const [count] = await press.content.rows<{ n: number }>({ text: 'SELECT count(*) AS n FROM articles', values: [] });
  expect(count?.n).toBe(600);
  const shown = await rowsOf(press);
  press.content.close();
  press.content = openContentWriter(`file:${press.folder}/anew.db`);
  await projectPending(press);
  expect(await rowsOf(press)).toEqual(shown);
});

test('what came after another process had looked is shown, too, when that one is faster with what it saw', async () => {
  const press = await openTestPress();
  const other = {
    ...press,
    newsroom: openNewsroom(`file:${press.folder}/newsroom.db`),
    content: openContentWriter(`file:${press.folder}/content.db`),
  };
  onTestFinished(() => {
    other.newsroom.close();
    other.content.close();
  });
  const publishHundred = (name: string) =>
    press.newsroom.exclusively(async () => {
      for (let n = 0; n < 100; n++)
        await createArticle(press.newsroom, document(`${name}${n}`), { now, note: 'test', publish: true });
    });
  await publishHundred('a');
  const looked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  other.compose = async (...asked) => {
    looked.resolve();
    await goOn.promise;
    return composeHere(...asked);
  };
  const faster = projectPending(other);
  await looked.promise;
  await publishHundred('b');
  press.compose = async (...asked) => {
    press.compose = composeHere;
    goOn.resolve();
    await faster;
    return composeHere(...asked);
  };
  expect(await projectPending(press)).toBe(await lastPublication(press.newsroom));
  const [count] = await press.content.rows<{ n: number }>({ text: 'SELECT count(*) AS n FROM articles', values: [] });
  expect(count?.n).toBe(200);
});

test('what cannot be taken in leaves what came before it, and nothing of itself', async () => {
  const press = await openTestPress();
  let calls = 0;
  const takeIn = async () => {
    if (++calls === 3) throw new Error('the source broke off');
    await createArticle(press.newsroom, document(`a${calls}`), { now, note: 'test', publish: true });
    return true;
  };
  await expect(projectWhile(press, takeIn)).rejects.toThrow('broke off');
  await projectPending(press);
  const [count] = await press.content.rows<{ n: number }>({ text: 'SELECT count(*) AS n FROM articles', values: [] });
  expect(count?.n).toBe(2);
});

test('the parts of the search index that many articles come in are joined when all are there', async () => {
  const press = await openTestPress();
  let taken = 0;
  await projectWhile(press, async () => {
    for (const until = taken + 110; taken < until; taken++)
      await createArticle(press.newsroom, document(`a${taken}`), { now, note: 'test', publish: true });
    return taken < 440;
  });
  await tidyIndex(press, taken);
  const read = <Row>(text: string) => press.content.rows<Row>({ text, values: [] });
  for (const table of ['search_head', 'search_text']) {
    expect(await read(`SELECT DISTINCT segid FROM ${table}_idx`)).toHaveLength(1);
    const [option] = await read<{ v: number }>(`SELECT v FROM ${table}_config WHERE k = 'automerge'`);
    expect(option?.v).toBeLessThanOrEqual(4);
  }
});
