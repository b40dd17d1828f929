import { expect, test } from 'vitest';
import { styleWords } from './style-words.ts';

test.each([
  'h1::after{content:"新葡京"}',
  "h1::after{content:' casino '}",
  'p::before{content:"\\65b0\\8461"}',
  'p{quotes:"甲" "乙"}',
  'li{list-style:inside "字"}',
  'h1::after{content:attr(title)}',
  'h1::after{content:var(--said)}',
  '@counter-style x{system:cyclic;symbols:"市" "长"}',
])('words in a style sheet are found: %s', (css) => {
  expect(styleWords(css)).not.toBeNull();
});

test.each([
  'a::after{content:" ›" / ""}',
  'li::before{content:counter(place)}',
  'q::before{content:"—— "}',
  'body{font-family:"PingFang SC",serif}',
  'div{justify-content:space-between}',
  'em{text-emphasis:filled dot}',
  ':root{--sans:"Noto Sans",sans-serif}',
])('marks, numbers and names of fonts are none: %s', (css) => {
  expect(styleWords(css)).toBeNull();
});
