import { expect, test } from 'vitest';
import { cardNumber, pageOf } from '../components/Page/page.fixture.ts';
import { llms } from './llms.ts';
import { manifest } from './manifest.ts';
import { opensearch } from './opensearch.ts';
import { security } from './security.ts';

const { site } = pageOf({ page: 'front' });
const origin = 'https://news.example';
const now = new Date('2026-11-24T21:00:00Z');

test('security.txt names the contact and expires within a year, on a day that moves once a day', () => {
  const text = security(site, 'https://news.example/report', origin, now);
  expect(text).toBe(
    'Contact: https://news.example/report\nExpires: 2027-05-23T00:00:00Z\nPreferred-Languages: zh, en\nCanonical: https://news.example/.well-known/security.txt\n',
  );
  expect(security(site, 'https://news.example/report', origin, new Date('2026-11-24T00:00:00Z'))).toBe(text);
});

test('without a contact of its own it names the newsroom, and without any there is no file', () => {
  expect(security({ ...site, email: 'desk@news.example' }, null, origin, now)).toContain(
    'Contact: mailto:desk@news.example\n',
  );
  expect(security({ ...site, email: null }, null, origin, now)).toBeNull();
});

test('llms.txt lists the newest articles as Markdown, with brackets in headlines kept apart from links', () => {
  const card = cardNumber(1, { headline: '[重磅] 桥', standfirst: '一句 *导语*' });
  const text = llms({ ...pageOf(null), site: { ...site, tagline: { 'zh-Hans': '岸边的报' } } }, [card]);
  expect(text).toContain('# 岸报\n\n> 岸边的报\n\n## 最新\n\n');
  expect(text).toContain('- [\\[重磅\\] 桥](https://news.example/news/city/2026/11/23/story-1.md): 一句 \\*导语\\*\n');
  expect(text).toContain('- [要闻](https://news.example/news)\n');
  expect(text).toContain('https://news.example/corrections');
  const empty = llms({ ...pageOf(null), filled: new Set() }, []);
  expect(empty).not.toMatch(/\/(?:news|corrections|archive)\)/);
});

test('the search description leads to pages and to feeds, in the edition it is of', () => {
  const text = opensearch(site, pageOf(null, 'zh-Hant').edition, origin);
  expect(text).toContain('template="https://news.example/zh-hant/search?q={searchTerms}"');
  expect(text).toContain('template="https://news.example/zh-hant/search/feed.xml?q={searchTerms}"');
  expect(text).toContain('<Language>zh-Hant</Language>');
});

test('the manifest opens the edition it is of', () => {
  expect(JSON.parse(manifest(site, pageOf(null, 'en').edition, origin))).toMatchObject({
    name: 'The Bank',
    lang: 'en',
    start_url: 'https://news.example/en',
  });
});
