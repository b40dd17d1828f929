import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRows } from '../content-rows.ts';
import { request } from '../request.ts';
import { expect, type OwnSite, test } from '../site.ts';

const perWriter = 12;

test('two imports, several editors and a change of settings at once lose nothing and count nothing twice', async ({
  own,
}) => {
  const [one, two] = [bulletins(own, 'one'), bulletins(own, 'two')];
  const edit = (name: string, changes: object) =>
    own.dateline('edit', 'standard-zh-hans', '--json', file(own, name, changes));
  const results = await Promise.all([
    own.dateline('import', '--publish', '--section', 'writers/one', one),
    own.dateline('import', '--publish', '--section', 'writers/two', two),
    edit('headline', { headline: '同时改过的题目' }),
    edit('standfirst', { standfirst: '同时改过的导语。' }),
    own.dateline('retag', 'standard-zh-hans', '同时标签'),
    own.dateline('retag', 'longread-zh-hans', '同时标签', '工会', '公会'),
    own.dateline('move', 'gallery-zh-hans', '--slug', 'moved-meanwhile'),
    own.dateline('settings', '--json', file(own, 'settings', { email: 'new@paper.example' })),
  ]);
  expect(results.map(({ code, stderr }) => `${code} ${stderr}`)).toEqual(results.map(() => '0 '));

  for (const writer of ['one', 'two'])
    await expect.poll(() => articlesIn(own, `/writers/${writer}`), writer).toHaveLength(perWriter);
  await expect.poll(() => articlesIn(own, '/writers')).toHaveLength(2 * perWriter);
  const { text } = await request(`${own.url}/news/districts/2019/03/01/standard-zh-hans`);
  for (const words of ['同时改过的题目', '同时改过的导语。', '同时标签']) expect(text).toContain(words);
  expect((await request(`${own.url}/tag/tong-shi-biao-qian`)).text).toContain('写得很长的一篇');
  expect((await request(`${own.url}/tag/gong-hui-2`)).text).toContain('写得很长的一篇');
  expect((await request(`${own.url}/about`)).text).toContain('new@paper.example');

  const asWritten = contentRows(own.dataDir);
  expect((await own.dateline('publish', '--all')).code).toBe(0);
  expect(contentRows(own.dataDir)).toEqual(asWritten);
});

function bulletins(own: OwnSite, writer: string): string {
  const folder = join(own.dataDir, writer);
  mkdirSync(folder);
  for (let number = 1; number <= perWriter; number++) {
    const head = `title: ${writer}写的第${number}条\nslug: ${writer}-${number}\nlang: zh-Hans\ntags: [同时标签, 甲${writer}]`;
    const text = `---\n${head}\npublished: 2026-01-${String(number).padStart(2, '0')}T00:00:00Z\n---\n\n正文。\n`;
    writeFileSync(join(folder, `${number}.md`), text);
  }
  return folder;
}

function file(own: OwnSite, name: string, content: object): string {
  const path = join(own.dataDir, `${name}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

async function articlesIn(own: OwnSite, section: string): Promise<string[]> {
  const { text } = await request(own.url + section);
  return [...new Set(text.match(/\/writers\/\w+\/2026\/01\/\d\d\/\w+-\d+/g))];
}
