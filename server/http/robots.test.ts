import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { robots } from './robots.ts';

const written = (env: Record<string, string>) => robots(readConfig(env).discovery, 'https://news.example');

test('an open site keeps nobody out and names its sitemap', () => {
  expect(written({})).toBe(
    'User-agent: *\nDisallow: /theme\n\n' +
      'User-agent: Baiduspider\nUser-agent: Sogou web spider\nUser-agent: 360Spider\nUser-agent: YisouSpider\n' +
      'Disallow: /theme\nDisallow: /search\nDisallow: /*/search\n\nSitemap: https://news.example/sitemap.xml\n',
  );
});

test('crawlers that do not know noindex are kept from results, in every edition', () => {
  const [, group = ''] = written({}).split('\n\n');
  expect(group.split('\n')).toEqual(
    expect.arrayContaining(['User-agent: Baiduspider', 'Disallow: /theme', 'Disallow: /search', 'Disallow: /*/search']),
  );
});

test('a closed site lets nobody in', () => {
  expect(written({ ROBOTS: 'closed', AI_CRAWLERS: 'deny' })).toBe('User-agent: *\nDisallow: /\n');
});

test('crawlers for AI are kept out by name', () => {
  expect(written({ AI_CRAWLERS: 'allow except GPTBot, CCBot' })).toContain(
    '\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n',
  );
  const denied = written({ AI_CRAWLERS: 'deny except chatgpt-user' });
  expect(denied).toContain('User-agent: GPTBot\n');
  expect(denied).toContain('User-agent: ClaudeBot\n');
  expect(denied).not.toContain('ChatGPT-User');
});
