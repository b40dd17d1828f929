import { expect, test } from 'vitest';
import { passFirewall } from './firewall.ts';
import { FirewallError } from './refusal.ts';
import { Stylesheets } from './stylesheets.ts';

const sheets = new Stylesheets(
  new Map([
    ['/_next/static/page.css', ':root{--ink:#111}body{color:var(--ink)}.aB3dE5_lead{margin:0}.unused{color:red}'],
  ]),
);

/** A page as the renderer sends it, with something in its head and body. */
const rendered = (body = '', head = '') =>
  `<!DOCTYPE html><html lang="zh-Hans"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/page.css" data-precedence="next"/><title>标题</title>${head}</head><body><div hidden=""><!--$--><!--/$--></div><main><h1>标题</h1>${body}</main></body></html>`;

const pass = (html: string, links: string[] = []) =>
  passFirewall(html, { publicUrl: 'https://news.example', links: new Set(links) }, sheets);

const passed = (body: string, links?: string[]) => {
  const { html } = pass(rendered(body), links);
  return html.slice(html.indexOf('</h1>') + 5, html.indexOf('</main>'));
};

const refusal = (html: string): FirewallError => {
  try {
    pass(html);
  } catch (error) {
    if (error instanceof FirewallError) return error;
    throw error;
  }
  throw new Error('the page passed');
};

test('a page is written anew: own style inlined and hashed, hydration left out, the same bytes every time', () => {
  const html = rendered(
    '<p class="aB3dE5_lead Zz9yX8_nothing article-body">甲<!-- -->乙</p>',
    '<link rel="preload" as="script" href="/_next/static/a.js"/><script src="/_next/static/a.js" async=""></script>',
  ).replace(
    '</body>',
    '<script id="_R_">boot()</script><script>self.__next_f.push([1,"甲乙 $RC( again"])</script></body>',
  );
  const page = pass(html);
  expect(page.html).toBe(
    '<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><style>:root{--a:#111}body{color:var(--a)}.a{margin:0}</style><title>标题</title></head><body><main><h1>标题</h1><p class="a article-body">甲乙</p></main></body></html>',
  );
  expect(page.styleHash).toMatch(/^[\w+/]{43}=$/);
  expect(page.language).toBe('zh-Hans');
  expect(pass(html)).toEqual(page);
});

test.each([
  ['an event handler', '<img src="/a.png" onerror="alert(1)">', 'event-handler', 'img'],
  ['an event handler in upper case', '<p ONCLICK="x">a</p>', 'event-handler', 'p'],
  ['an inline style', '<p style="color:red">a</p>', 'inline-style', 'p'],
  ['a style element', '<style>p{color:red}</style>', 'element', 'style'],
  ['a frame', '<iframe src="/x"></iframe>', 'element', 'iframe'],
  ['an object', '<object data="/x"></object>', 'element', 'object'],
  ['an embed', '<embed src="/x">', 'element', 'embed'],
  ['a base', '<base href="/x">', 'element', 'base'],
  ['a noscript', '<noscript>a</noscript>', 'element', 'noscript'],
  ['a text area', '<textarea>a</textarea>', 'element', 'textarea'],
  ['foreign content', '<math><mi>x</mi></math>', 'element', 'math'],
  ['an unknown element', '<x-widget>a</x-widget>', 'element', 'x-widget'],
  ['a template', '<template><p>a</p></template>', 'streaming', 'template'],
  ['an unfinished boundary', '<!--$?--><p>a</p><!--/$-->', 'streaming', '!--'],
  ['a failed boundary', '<!--$!--><p>a</p><!--/$-->', 'streaming', '!--'],
  ['a boundary script', '<script>$RC("B:0","S:0")</script>', 'streaming', 'script'],
  ['a boundary target', '<div id="B:0">a</div>', 'streaming', 'div'],
  ['an unknown attribute', '<p ping="/x">a</p>', 'form', 'p'],
  ['a popover', '<p popover>a</p>', 'attribute', 'p'],
  ['an inert part', '<p inert>a</p>', 'attribute', 'p'],
  ['a hidden link', '<div hidden><a href="/x">a</a></div>', 'hidden', 'a'],
  ['hidden text', '<p hidden>a</p>', 'hidden', 'text'],
  ['a hidden input', '<input hidden>', 'hidden', 'input'],
  ['a link in ruby parentheses', '<ruby>a<rp><a href="/x">b</a></rp></ruby>', 'hidden', 'a'],
  ['text in ruby parentheses', '<ruby>a<rp>cheap watches</rp></ruby>', 'hidden', 'rp'],
  ['a form that posts elsewhere', '<form action="https://evil.example/x"></form>', 'foreign-resource', 'form'],
  ['a button that posts elsewhere', '<button formaction="/x">a</button>', 'form', 'button'],
  ['a script address', '<a href="javascript:alert(1)">a</a>', 'address', 'a'],
  ['a disguised script address', '<a href="java&#10;script:alert(1)">a</a>', 'address', 'a'],
  ['a script address behind a space', '<a href=" javascript:alert(1)">a</a>', 'address', 'a'],
  ['a data address', '<a href="data:text/html,x">a</a>', 'address', 'a'],
  ['a link nobody published', '<a href="https://evil.example/">a</a>', 'foreign-link', 'a'],
  ['a link without a scheme', '<a href="//evil.example/">a</a>', 'foreign-link', 'a'],
  ['a link with a backslash', '<a href="/\\evil.example/">a</a>', 'address', 'a'],
  ['a link to another port', '<a href="https://news.example:8443/">a</a>', 'foreign-link', 'a'],
  ['a link that looks like ours', '<a href="https://news.example.evil.example/">a</a>', 'foreign-link', 'a'],
  ['a link with credentials', '<a href="https://news.example@evil.example/">a</a>', 'foreign-link', 'a'],
  ['a mail with a text of its own', '<a href="mailto:a@b.example?body=x">a</a>', 'foreign-link', 'a'],
  ['a picture from elsewhere', '<img src="https://evil.example/a.png" alt="">', 'foreign-resource', 'img'],
  [
    'a rendition from elsewhere',
    '<img srcset="/a.png, https://evil.example/a.png 2x" alt="">',
    'foreign-resource',
    'img',
  ],
  [
    'a rendition from elsewhere behind a bare comma',
    '<img srcset="/a.png 1x,https://evil.example/a.png 2x" alt="">',
    'foreign-resource',
    'img',
  ],
  [
    'a stylesheet we did not build',
    '<link rel="stylesheet" href="/_next/static/../../data/x.css">',
    'stylesheet',
    'link',
  ],
  ['an unknown kind of link', '<link rel="import" href="/x">', 'attribute', 'link'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=/x">', 'meta', 'meta'],
  [
    'a foreign preview picture',
    '<meta property="og:image" content="https://evil.example/a.png">',
    'foreign-resource',
    'meta',
  ],
  ['broken structured data', '<script type="application/ld+json">{"a":</script>', 'json-ld', 'script'],
  [
    'foreign structured data',
    '<script type="application/ld+json">{"url":"https://evil.example/"}</script>',
    'foreign-link',
    'script',
  ],
  ['another document type', '<!DOCTYPE svg>', 'markup', '!'],
  ['a second title', '<title>b</title>', 'structure', 'title'],
  ['a second main part', '<main>b</main>', 'structure', 'main'],
])('%s is refused', (_what, body, rule, element) => {
  expect(refusal(rendered(body))).toMatchObject({ rule, element });
});

test('a page without a heading, a main part or a title is refused', () => {
  expect(refusal(rendered().replace(/<h1>.*<\/h1>/, ''))).toMatchObject({ rule: 'structure', element: 'h1' });
  expect(refusal(rendered().replace(/<\/?main>/g, ''))).toMatchObject({ rule: 'structure', element: 'main' });
  expect(refusal(rendered().replace(/<title>.*<\/title>/, ''))).toMatchObject({ rule: 'structure', element: 'title' });
  expect(refusal('')).toMatchObject({ rule: 'structure' });
});

test("the renderer's own error page is refused", () => {
  expect(refusal('<html id="__next_error__"><head></head><body></body></html>')).toMatchObject({ rule: 'error-page' });
});

test('a refusal says what was found, cut to a length that fits a log line', () => {
  const error = refusal(rendered(`<a href="https://evil.example/${'x'.repeat(500)}">a</a>`));
  expect(error.message).toContain('rule foreign-link: <a> https://evil.example/xxx');
  expect(error.text).toHaveLength(201);
});

test('scripts of any kind are left out, structured data is kept and cannot end its element', () => {
  expect(passed('<script>alert(1)</script><script type="module" src="/x.js"></script>')).toBe('');
  expect(passed('<script type="application/ld+json">{"name":"\\u003c/script>\\u003cimg>", "n":1}</script>')).toBe(
    '<script type="application/ld+json">{"name":"\\u003c/script>\\u003cimg>","n":1}</script>',
  );
});

test('hostile text stays text', () => {
  const hostile = `<script>alert(1)</script>"'&lt;!--]]>$RC("B:0")<template>`;
  const escaped = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(passed(`<p>${escaped}</p>`)).toBe(`<p>${escaped}</p>`);
  expect(passed(`<img src="/a.png" alt="${escaped.replaceAll('"', '&quot;')}">`)).toBe(
    `<img src="/a.png" alt="${hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}">`,
  );
});

test('control characters do not get through', () => {
  expect(passed('<p>a\u0000b\u0008c\u0085d\te</p>')).toBe('<p>a\ufffdb\ufffdc\ufffdd\te</p>');
});

test('markup that browsers and parsers read differently comes out as one reading', () => {
  expect(passed('<p title="a>b" lang=en>x</p>')).toBe('<p title="a&gt;b" lang="en">x</p>'.replace('&gt;', '>'));
  expect(passed('<!-- a --!><p>x</p> -->')).toBe('<p>x</p> --&gt;');
  expect(passed('<p/id=1/lang=en>x</p>')).toBe('<p id="1/lang=en">x</p>');
  expect(passed('<ul><li>a<li>b</ul>')).toBe('<ul><li>a</li><li>b</li></ul>');
});

test("links of the page's own records and of the site pass", () => {
  const links =
    '<a href="https://source.example/a?b=1&amp;c=2">a</a><a href="https://news.example/x">b</a><a href="#c">c</a><a href="mailto:desk@news.example">d</a>';
  expect(passed(links, ['https://source.example/a?b=1&c=2'])).toBe(links);
});

test('fields may stand outside of the form of the page that they belong to', () => {
  const fields =
    '<input type="date" name="from" form="search" max="2026-11-25"><button type="submit" form="search">s</button>';
  expect(passed(`<form id="search" action="/search"></form>${fields}`)).toContain(fields);
});

test('forms of ours, empty hidden parts and boolean attributes are understood', () => {
  expect(
    passed('<form method="post" action="/theme"><button name="theme" value="dark" disabled="">d</button></form>'),
  ).toBe('<form method="post" action="/theme"><button name="theme" value="dark" disabled>d</button></form>');
  expect(passed('<div hidden=""> </div><details open=""><summary>a</summary></details><img src="/a.png" alt="">')).toBe(
    '<details open><summary>a</summary></details><img src="/a.png" alt="">',
  );
});

test('an article’s page leads where its record does, in that order, no link more or less', () => {
  const links = ['https://tide.example/1', 'https://gauge.example/2'];
  const anchors = (hrefs: readonly string[]) =>
    rendered(hrefs.map((href) => `<p><a href="${href}">字</a></p>`).join(''));
  const passAs = (hrefs: readonly string[], recorded: readonly string[] | null) =>
    passFirewall(anchors(hrefs), { publicUrl: 'https://news.example', links: new Set(links), recorded }, sheets);
  const own = ['/news', 'https://news.example/news', 'mailto:a@news.example'];
  expect(() => passAs([...own, ...links], [...links, 'https://news.example/old', '/x'])).not.toThrow();
  expect(() => passAs(links, null)).not.toThrow();
  expect(() => passAs(links.slice(1), links)).toThrow('link 1 is https://gauge.example/2, the record has https://tide');
  expect(() => passAs(links.slice(0, 1), links)).toThrow('link 2 is missing');
  expect(() => passAs([...links].reverse(), links)).toThrow('recorded-links');
  expect(() => passAs([...links, 'https://tide.example/1'], links)).toThrow('the record has none');
});
