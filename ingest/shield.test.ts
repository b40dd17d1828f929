import { expect, test } from 'vitest';
import type { ArticleDraft } from '../article/draft.ts';
import { plainText } from '../article/text.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { hints } from './reading.fixture.ts';
import { crimeReports } from './shield-crime.fixture.ts';
import { hijacks, paragraphs } from './shield-hijack.fixture.ts';
import { readText } from './text.ts';

const spamIn = (draft: ArticleDraft) => draft.dropped.filter(({ rule }) => rule.startsWith('spam.'));
const asPage = ([title, ...body]: readonly string[]) =>
  `<html><head><title>${title}</title></head><body><div class="nav"><a href="/">首页</a><a href="/fazhi">法治</a></div><h1>${title}</h1><p>2026-11-20 09:00 来源：望潮日报</p><div class="content">${body.map((text) => `<p>${text}</p>`).join('')}</div></body></html>`;

for (const report of crimeReports) {
  const [title, ...body] = report;
  test(`reporting on crime passes untouched, whatever it names: ${title}`, () => {
    const drafts = [
      readHtml(asPage(report), hints),
      readText(`${title}\n\n2026-11-20 09:00 望潮日报\n\n${body.join('\n\n')}\n`, hints),
      readMarkdown(`---\ntitle: ${title}\ndate: 2026-11-20\n---\n\n${body.join('\n\n')}\n`, hints),
    ];
    for (const draft of drafts) {
      expect(draft.headline).toBe(title);
      expect(spamIn(draft)).toEqual([]);
      expect(draft.held).toEqual([]);
      expect(plainText(draft.body)).toBe(body.join('\n'));
    }
  });
}

for (const { shape, format, document, spam } of hijacks) {
  test(`an article is told from what was injected: ${shape}`, () => {
    const draft = (format === 'html' ? readHtml : readText)(document, hints);
    const taken = spamIn(draft);
    const text = taken.map((entry) => entry.text).join('\n');
    for (const phrase of spam) expect(text).toContain(phrase);
    for (const { where } of taken) expect(where).not.toBe('');
    // Nothing of the article went with it, and nothing of the farm stayed.
    const kept = `${draft.headline}\n${plainText(draft.body)}\n${draft.tags.join('\n')}`;
    for (const phrase of spam) expect(kept).not.toContain(phrase);
    const expected = draft.language === 'zh-Hant' ? 4 : paragraphs.length;
    expect(plainText(draft.body).split('\n')).toHaveLength(expected);
    if (draft.language === 'zh-Hans') expect(plainText(draft.body)).toBe(paragraphs.join('\n'));
  });
}

test('a character with its twin or a needless reading behind it is damage of a conversion, and mended', () => {
  const text = `大橋開(开)通\n\n2026-11-20 08:30 望潮日報\n\n這座橋從開(kāi)工到現(現)在用了兩年，工程師説，發(fā)現(xiàn)的問題都已經(jīng)解決，今天早上第一輛車開過了江。`;
  const draft = readText(text, hints);
  expect(draft.headline).toBe('大橋開通');
  expect(plainText(draft.body)).not.toMatch(/[(（]/);
  expect(spamIn(draft).map(({ rule }) => rule)).toContain('spam.conversion');
});

test('a reading given once for a rare character is the writer’s', () => {
  const text =
    '缂丝的人\n\n2026-11-20 08:30 望潮日报\n\n缂（kè）丝是一种织法，通经断纬，一寸一寸地织出画来。老匠人阮秀英做了五十年，她说手要稳，眼要静，心里要有那幅画。';
  const draft = readText(text, hints);
  expect(plainText(draft.body)).toContain('缂（kè）丝');
  expect(spamIn(draft)).toEqual([]);
});

test('lists that papers print are no farms: results, prices, names, places', () => {
  const lists = [
    '获奖名单：一等奖，林知远、许曼青、周野；二等奖，何詠、丁一、白舟、顾明岚；三等奖，阮秀英、秦海、陆小满、沈渔。',
    '昨日菜价：白菜每斤一元二，萝卜每斤一元五，土豆每斤一元八，番茄每斤三元，黄瓜每斤二元六，青椒每斤四元。',
    '停水范围：永安里、菜场弄、码头路、船坞街、老戏台、灯笼巷、鱼市口、盐仓前，恢复供水时间为晚上九点。',
    '参加比赛的学校有：旧港一小、旧港二小、南洲小学、栗山中心小学、桐江实验小学、望潮师范附小。',
  ];
  const text = `今日便民信息\n\n2026-11-20 08:30 望潮日报\n\n${lists.join('\n\n')}\n\n以上信息由本报便民热线收集整理，读者如有疑问，可以拨打热线查询，热线每天早上八点到晚上八点有人接听。`;
  const draft = readText(text, hints);
  expect(spamIn(draft)).toEqual([]);
  for (const list of lists) expect(plainText(draft.body)).toContain(list);
});
