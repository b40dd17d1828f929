import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

test('keys stand in UTF-16 order and numbers in their shortest form (RFC 8785, 3.2)', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  );
});

test('members that are undefined are left out, as JSON does', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [() => 1], [[undefined]]])(
  '%s cannot be carried',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);
