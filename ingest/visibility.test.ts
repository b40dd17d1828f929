import { expect, test } from 'vitest';
import type { PageElement } from './page.ts';
import { hiddenRules, hidingReason } from './visibility.ts';

const none = hiddenRules([]);
const element = (attributes: Record<string, string>) => ({ tag: 'div', attributes }) as unknown as PageElement;
const styled = (style: string) => hidingReason(element({ style }), none);

test.each([
  'display:none',
  'visibility: hidden',
  'opacity:.01',
  'filter:opacity(0)',
  'font-size:0',
  'font-size:.01em',
  'font:0/0 a',
  'zoom:.01',
  'transform:scale(0)',
  'transform: translateX(-9999px)',
  'scale:0',
  'clip-path:inset(50%)',
  'clip:rect(0 0 0 0)',
  'clip: rect(0px, 0px, 0px, 0px)',
  'content-visibility:hidden',
  'text-indent:-9999px',
  'position:absolute;left:-9999px',
  'height:0;overflow:hidden',
  'color:transparent',
  'color:rgba(1, 2, 3, 0)',
  'color:#fff;background:white',
  'color:#ABC;background-color:#aabbcc',
])('what has style="%s" is not seen', (style) => {
  expect(styled(style)).not.toBeNull();
});

test.each([
  'font-size:12px',
  'font:16px/1.5 serif',
  'font:bold 100%/1.2 serif',
  'opacity:.8',
  'transform:scale(1.05)',
  'transform:translateX(-50%)',
  'scale:1',
  'zoom:1',
  'clip-path:inset(0)',
  'color:#333;background:#fff',
  'color:black',
  'filter:opacity(0.8)',
])('what has style="%s" is seen', (style) => {
  expect(styled(style)).toBeNull();
});

test('the hidden attribute hides, also what a search in the page would open', () => {
  expect(hidingReason(element({ hidden: '' }), none)).not.toBeNull();
  expect(hidingReason(element({ hidden: 'until-found' }), none)).not.toBeNull();
});

test('a class of the page’s own style sheet hides', () => {
  const rules = hiddenRules(['.x{clip-path:inset(50%)} @media print{.y{display:none}}']);
  expect(hidingReason(element({ class: 'a x' }), rules)).not.toBeNull();
  expect(hidingReason(element({ class: 'y' }), rules)).toBeNull();
});

test.each<Record<string, string>>([
  { 'aria-hidden': 'true' },
  { class: 'sr-only' },
  { class: 'label screen-reader-text' },
  { class: 'visuallyhidden' },
])('what is marked %o is not seen', (attributes) => {
  expect(hidingReason(element(attributes), none)).not.toBeNull();
});

test.each<Record<string, string>>([
  { 'aria-hidden': 'false' },
  { class: 'offscreen-canvas-news' },
  { class: 'sr-only-focusable-title' },
])('what is marked %o is seen', (attributes) => {
  expect(hidingReason(element(attributes), none)).toBeNull();
});
