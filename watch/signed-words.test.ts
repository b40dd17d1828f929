import { expect, test } from 'vitest';
import { emptySite } from '../edition/site.ts';
import { SignedWords } from './signed-words.ts';

const [edition] = emptySite.editions;
const site = {
  ...emptySite,
  name: { 'zh-Hans': '望潮日报' },
  sections: [{ path: 'news', names: { 'zh-Hans': '要闻' } }],
};

function words(...signed: string[]): SignedWords {
  if (!edition) throw new Error('no edition');
  const made = new SignedWords(site, edition);
  made.add(...signed);
  return made;
}

test.each([
  '首页',
  '要闻 - 望潮日报',
  '第 12 页',
  '更新于 2026年11月24日 21:05',
  '2026年11月24日 星期二',
  '11-24 21:05',
  '2018-06-30',
  '105 篇',
  '作者：',
  '要闻 - 望潮日报 (RSS)',
  '← 更新',
  '一周内',
])('%s is made of the interface’s words, the site’s own and a date', (text) => {
  expect(words().explains(text)).toBe(true);
});

test.each([
  '澳门赌场',
  '首页 澳门赌场',
  '要闻,赌场,桥 - 望潮日报',
  '400-123-4567',
  '13800138000',
  '更新于 2026年11月24日 加微信',
  'QQ 12345678901',
])('%s is not', (text) => {
  expect(words('桥').explains(text)).toBe(false);
});

test('a piece of a signed text explains itself, in either script and cut anywhere, and nothing longer does', () => {
  const made = words();
  made.addLong('本报记者用四天走了其中41座：有的热水从天不亮供到末班车。');
  expect(made.explains('…记者用四天走了其中41座：有的热水…')).toBe(true);
  expect(made.explains('記者用四天走了其中41座')).toBe(true);
  expect(made.explains('记者用四天走了赌场')).toBe(false);
});

test('a reason of the interface with a word of the text behind it is explained', () => {
  const made = words('本站都说到：');
  made.addLong('桥上的风很大。');
  expect(made.explains('本站都说到：桥上')).toBe(true);
  expect(made.explains('本站都说到：赌场')).toBe(false);
});
