import { expect, test } from 'vitest';
import { FirewallError } from './refusal.ts';
import { Stylesheets } from './stylesheets.ts';

type Page = { elements?: string[]; classes?: string[]; ids?: string[]; attributes?: string[] };

const styleOf = (css: string, page: Page = {}) =>
  new Stylesheets(new Map([['/a.css', css]])).styleFor(['/a.css'], {
    elements: new Set(['html', 'head', 'body', ...(page.elements ?? [])]),
    classes: new Set(page.classes),
    ids: new Set(page.ids),
    attributes: new Set(page.attributes),
  });

const cssOf = (css: string, page?: Page) => styleOf(css, page).css;

test('rules that cannot match anything on the page are left out', () => {
  const css = 'p{a:b}.x{a:b}#i{a:b}p.x{a:b}*{a:b}body{a:b}.x .y,p{c:d}';
  expect(cssOf(css, { elements: ['p'] })).toBe('p{a:b}*{a:b}body{a:b}p{c:d}');
  expect(cssOf(css, { elements: ['p'], classes: ['x', 'y'], ids: ['i'] })).toBe(css);
});

test('what a pseudo-class excludes does not have to be there, what it includes does', () => {
  expect(cssOf('p:not(.x){a:b}', { elements: ['p'] })).toBe('p:not(.x){a:b}');
  expect(cssOf('p:has(.x){a:b}', { elements: ['p'] })).toBe('');
  expect(cssOf(':is(.x,p) a{a:b}', { elements: ['p', 'a'] })).toBe(':is(.x,p) a{a:b}');
  expect(cssOf(':is(.x,.y) a{a:b}', { elements: ['a'] })).toBe('');
  expect(cssOf(':where([lang]){a:b}', { attributes: ['lang'] })).toBe(':where([lang]){a:b}');
  expect(cssOf('p:nth-child(2n+1)::before{a:b}', { elements: ['p'] })).toBe('p:nth-child(2n+1)::before{a:b}');
});

test('attributes that never change are asked for, the theme and open details are not', () => {
  const css = '[data-hue="2"]{a:b}[data-hue="3"]{a:b}[data-theme=dark]{a:b}[open]{a:b}[lang=en]{a:b}';
  expect(cssOf(css, { attributes: ['data-hue', 'data-hue=3'] })).toBe(
    '[data-hue="3"]{a:b}[data-theme=dark]{a:b}[open]{a:b}',
  );
});

test('groups are kept around what they still hold, and equal neighbours are joined', () => {
  expect(cssOf('@media print{.x{a:b}p{a:b}}@media print{body{c:d}}', { elements: ['p'] })).toBe(
    '@media print{p{a:b}body{c:d}}',
  );
  expect(cssOf('@media print{.x{a:b}}@supports (a:b){.x{a:b}}')).toBe('');
  expect(cssOf('@layer a,b;@page{margin:1cm}')).toBe('@layer a,b;@page{margin:1cm}');
});

test('custom properties stay when something kept reads them, through others too, and get short names', () => {
  const css =
    ':root{--base-tone:1;--used-tone:var(--base-tone);--unread-tone:2}p{a:var(--used-tone)}.x{b:var(--unread-tone)}';
  expect(cssOf(css, { elements: ['p'] })).toBe(':root{--a:1;--b:var(--a)}p{a:var(--b)}');
});

test('keyframes and fonts stay when a kept rule names them', () => {
  const css = '@keyframes fade{to{opacity:0}}@keyframes spin{to{rotate:1turn}}p{animation:fade 1s}';
  expect(cssOf(css, { elements: ['p'] })).toBe('@keyframes fade{to{opacity:0}}p{animation:fade 1s}');
});

test('nested rules and what stands beside them keep their order', () => {
  expect(cssOf('p{a:b;& em{c:d}& .x{e:f}g:h}', { elements: ['p', 'em'] })).toBe('p{a:b;& em{c:d}g:h}');
});

test('classes of modules get short names that no literal class has, the same for every page', () => {
  const style = styleOf('.aB3dE5_lead{a:b}.a{c:d}.aB3dE5_body .article-body{e:f}.Qq1wW2_gone{g:h}', {
    classes: ['aB3dE5_lead', 'aB3dE5_body', 'article-body', 'a'],
  });
  expect(style.css).toBe('.b{a:b}.a{c:d}.c .article-body{e:f}');
  expect(['aB3dE5_lead', 'aB3dE5_body', 'article-body', 'Qq1wW2_gone', 'Xx_none'].map(style.className)).toEqual([
    'b',
    'c',
    'article-body',
    null,
    null,
  ]);
});

test('several hundred classes get several hundred names', () => {
  const names = Array.from({ length: 1_500 }, (_, index) => `aB3dE5_c${index}`);
  const style = styleOf(names.map((name) => `.${name}{a:b}`).join(''), { classes: names });
  expect(new Set(names.map(style.className)).size).toBe(1_500);
});

test('a literal class that would be taken for a short one is refused', () => {
  expect(() => styleOf('.aB3dE5_lead{a:b}', { classes: ['a'] })).toThrow(FirewallError);
});

test.each([
  '@import "x.css";',
  '@import url(https://evil.example/x.css);',
  'p{background:url(https://evil.example/x.png)}',
  'p{background:url("data:image/png;base64,xx")}',
  'p{background:u\\72l(/x.png)}',
  'p{background:image-set("/x.png" 1x)}',
  'p{width:expression(alert(1))}',
  ':root{--x:url(/x.png)}',
  '@font-face{font-family:x;src:url(/x.woff2)}',
  'p::before{content:"</style>"}',
  '@unheard-of x{p{a:b}}',
  '[class*=lead]{a:b}',
])('%s is refused', (css) => {
  expect(() => styleOf(css, { elements: ['p'] })).toThrow(FirewallError);
});

test('a part of the page itself may be named', () => {
  expect(cssOf('p{fill:url(#shade)}', { elements: ['p'] })).toBe('p{fill:url(#shade)}');
});

test('a stylesheet that is not part of the build is refused', () => {
  const sheets = new Stylesheets(new Map([['/a.css', 'p{a:b}']]));
  const page = {
    elements: new Set<string>(),
    classes: new Set<string>(),
    ids: new Set<string>(),
    attributes: new Set<string>(),
  };
  expect(() => sheets.styleFor(['/b.css'], page)).toThrow('/b.css');
  expect(sheets.styleFor(['/a.css?dpl=1'], page).hash).toBeNull();
});
