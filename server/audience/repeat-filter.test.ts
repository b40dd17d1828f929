import { expect, test } from 'vitest';
import { RepeatFilter } from './repeat-filter.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const day = 86_400_000;

test('a reader counts once a day for each article', () => {
  const filter = new RepeatFilter();
  filter.rotate(0);
  expect(filter.isFirst('203.0.113.7', browser, 'article-1')).toBe(true);
  expect(filter.isFirst('203.0.113.7', browser, 'article-1')).toBe(false);
  expect(filter.isFirst('203.0.113.7', browser, 'article-2')).toBe(true);
  filter.rotate(day - 1);
  expect(filter.isFirst('203.0.113.7', browser, 'article-1')).toBe(false);
  filter.rotate(day);
  expect(filter.isFirst('203.0.113.7', browser, 'article-1')).toBe(true);
});

test('another address and another browser are other readers', () => {
  const filter = new RepeatFilter();
  expect(filter.isFirst('203.0.113.7', browser, 'article-1')).toBe(true);
  expect(filter.isFirst('203.0.113.8', browser, 'article-1')).toBe(true);
  expect(filter.isFirst('203.0.113.7', `${browser} Edited`, 'article-1')).toBe(true);
});

test('the addresses of one IPv6 home are one reader, those of two homes two', () => {
  const filter = new RepeatFilter();
  expect(filter.isFirst('2001:db8:1:2:3:4:5:6', browser, 'article-1')).toBe(true);
  expect(filter.isFirst('2001:db8:1:2:ffff:4:5:7', browser, 'article-1')).toBe(false);
  expect(filter.isFirst('2001:db8:1:3:3:4:5:6', browser, 'article-1')).toBe(true);
});

test('one address cannot push an article by calling itself another browser each time', () => {
  const counted = (address: string) => {
    const filter = new RepeatFilter();
    return Array.from({ length: 1_000 }, (_, n) => filter.isFirst(address, `${browser} ${n}`, 'article-1')).filter(
      Boolean,
    ).length;
  };
  expect(counted('203.0.113.7')).toBe(100);
  // What comes from inside comes from a proxy, and is many readers.
  expect(counted('10.0.0.3')).toBe(1_000);
});

test('of a hundred thousand readers hardly one is taken for another', () => {
  const filter = new RepeatFilter();
  let counted = 0;
  for (let n = 0; n < 100_000; n++) {
    const address = `203.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
    if (filter.isFirst(address, browser, `article-${n % 500}`)) counted += 1;
  }
  expect(counted).toBeGreaterThan(99_950);
});
