import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { crumbsToFront, crumbsToSection } from '../Breadcrumb/crumbs.ts';
import { directoryId } from '../Footer/directory.ts';
import { Page } from './Page.tsx';
import { pageOf } from './page.fixture.ts';

const alternates = [
  { edition: { language: 'zh-Hans', prefix: '' }, href: '/', place: null },
  { edition: { language: 'zh-Hant', prefix: '/zh-hant' }, href: '/zh-hant', place: null },
  { edition: { language: 'en', prefix: '/en' }, href: '/en/news', place: 'News' },
] as const;
const front = pageOf({ page: 'front' });
const section = pageOf({ page: 'section', section: 'news/city', number: null });
const render = (page: typeof front, breadcrumb = crumbsToFront(page)) =>
  renderToStaticMarkup(
    <Page page={page} breadcrumb={breadcrumb} alternates={alternates}>
      <p>文</p>
    </Page>,
  );

test('the name of the paper is the title of its front page only', () => {
  expect(render(front)).toContain('<h1><a href="/">岸报</a></h1>');
  expect(render(section)).not.toContain('<h1');
});

test('both levels of sections are within reach of every page', () => {
  const html = render(front);
  expect(html).toContain(`href="#${directoryId}"`);
  const directory = html.slice(html.indexOf(`id="${directoryId}"`));
  for (const path of ['/news', '/news/city', '/life']) expect(directory).toContain(`href="${path}"`);
});

test('the section bar shows where the reader is', () => {
  const html = render(section, crumbsToSection(section, 'news/city'));
  expect(html).toContain('<a href="/news" aria-current="true">要闻</a>');
  expect(html).toContain('<a href="/news/city" aria-current="page">本市</a>');
});

test('the language switch offers the other editions, each in its own words', () => {
  const html = render(front);
  expect(html).toContain('<a href="/zh-hant" lang="zh-Hant" hrefLang="zh-Hant">繁體</a>');
  expect(html).toContain('<a href="/en/news" lang="en" hrefLang="en">English: News</a>');
  expect(html).not.toContain('hrefLang="zh-Hans"');
});

test('the theme is chosen by a form without script', () => {
  const html = render(front);
  const [form = ''] = /<form[^>]*method="post".*?<\/form>/s.exec(html) ?? [];
  expect(form).toContain('action="/theme"');
  expect([...form.matchAll(/value="(\w+)" name="theme"/g)].map(([, value]) => value)).toEqual([
    'auto',
    'light',
    'dark',
  ]);
});
