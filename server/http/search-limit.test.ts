import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { SearchLimit } from './search-limit.ts';

const from = (address: string) => ({ address }) as unknown as IncomingMessage;

function limit() {
  const clock = { now: 0 };
  const limiter = new SearchLimit(
    (request) => (request as unknown as { address: string }).address,
    () => clock.now,
  );
  const allowed = (address: string, asked: number) =>
    Array.from({ length: asked }, () => limiter.wait(from(address))).filter((wait) => wait === 0).length;
  return { clock, limiter, allowed };
}

test('a client that asks again and again has to wait, and may go on when it did', () => {
  const { clock, limiter, allowed } = limit();
  expect(allowed('203.0.113.7', 200)).toBe(60);
  expect(limiter.wait(from('203.0.113.7'))).toBe(1);
  clock.now += 5_000;
  expect(allowed('203.0.113.7', 200)).toBe(10);
});

test('others are not made to wait for it', () => {
  const { allowed } = limit();
  allowed('203.0.113.7', 200);
  expect(allowed('203.0.113.8', 1)).toBe(1);
});

test('one network of IPv6 is one client, however its addresses are written', () => {
  const { allowed } = limit();
  allowed('2001:db8:0:1::1', 60);
  expect(allowed('2001:db8:0:1:ffff::2', 1)).toBe(0);
  expect(allowed('2001:db8::1:0:0:0:9', 1)).toBe(0);
  expect(allowed('2001:db8:0:2::1', 1)).toBe(1);
});

test('this machine may stand for many readers, and is limited all the same', () => {
  const { allowed } = limit();
  expect(allowed('127.0.0.1', 5_000)).toBe(3_000);
});

test('more clients than are remembered are answered', () => {
  const { allowed } = limit();
  for (let index = 0; index < 25_000; index++)
    expect(allowed(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, 1)).toBe(1);
});
