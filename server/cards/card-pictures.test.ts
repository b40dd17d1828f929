import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ShareFace, sharePictureName } from '../../edition/share-picture.ts';
import { openLog } from '../log.ts';
import { CardPictures } from './card-pictures.ts';

const article = 'abcde12345';
const face: ShareFace = { headline: '桥', siteName: '岸报', section: '路桥', hue: 1, tag: 'zh-Hant', picture: null };

function picturesOf(faces: Record<string, ShareFace>) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const asked: string[] = [];
  const render = async (path: string) => {
    asked.push(path);
    return { status: 200, type: 'application/json', body: JSON.stringify(faces[path] ?? null) };
  };
  return { asked, folder, cards: new CardPictures({ folder, render, log: openLog('silent') }) };
}

test('a picture is drawn once, by its article’s face, and lies among the media', async () => {
  const { asked, cards, folder } = picturesOf({ [`/zh-Hant/face/${article}`]: face });
  const name = sharePictureName(article, face);
  const both = await Promise.all([cards.make(name), cards.make(name)]);
  expect(both).toEqual([{ state: 'made' }, { state: 'made' }]);
  expect(asked).toHaveLength(1);
  expect(existsSync(join(folder, name.slice(0, 2), name))).toBe(true);
});

test('an address of an earlier headline leads to the picture of today’s', async () => {
  const { cards, folder } = picturesOf({ [`/zh-Hant/face/${article}`]: face });
  const former = sharePictureName(article, { ...face, headline: '桥？' });
  expect(await cards.make(former)).toEqual({ state: 'moved', name: sharePictureName(article, face) });
  expect(existsSync(join(folder, former.slice(0, 2)))).toBe(false);
});

test('nothing is drawn for an article nobody may read, and nothing is asked for other names', async () => {
  const { asked, cards } = picturesOf({});
  expect(await cards.make(sharePictureName(article, face))).toEqual({ state: 'absent' });
  asked.length = 0;
  for (const name of ['', 'x.jpg', '../newsroom.key', `${'a'.repeat(16)}-320.jpg`, `${'a'.repeat(16)}-../../x-en.jpg`])
    expect(await cards.make(name)).toEqual({ state: 'absent' });
  expect(asked).toEqual([]);
});

test('when too many wait, the next is told to come back', async () => {
  const { cards } = picturesOf({});
  const names = Array.from({ length: 60 }, (_, n) => sharePictureName(`article${String(n).padStart(3, '0')}`, face));
  const states = (await Promise.all(names.map((name) => cards.make(name)))).map(({ state }) => state);
  expect(states.filter((state) => state === 'busy')).toHaveLength(10);
});
