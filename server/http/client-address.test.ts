import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress, isAddressRange } from './client-address.ts';

const ask = (socket: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress: socket }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test('without a trusted proxy the socket says who asks, whatever a header claims', () => {
  const address = clientAddress([]);
  expect(address(ask('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  expect(address(ask('::ffff:203.0.113.7'))).toBe('203.0.113.7');
});

test('behind a trusted proxy the client is the last address that is no proxy', () => {
  const address = clientAddress(['loopback', '10.1.0.0/16']);
  expect(address(ask('127.0.0.1', '203.0.113.7'))).toBe('203.0.113.7');
  expect(address(ask('::1', '203.0.113.7, 10.1.2.3'))).toBe('203.0.113.7');
  expect(address(ask('127.0.0.1', '6.6.6.6, 203.0.113.7, 10.1.2.3'))).toBe('203.0.113.7');
});

test('somebody who is no trusted proxy cannot say who he is', () => {
  expect(clientAddress(['loopback'])(ask('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
});

test('a port is no part of an address, and what is no address ends the search', () => {
  const address = clientAddress(['127.0.0.1']);
  expect(address(ask('127.0.0.1', '203.0.113.7:4711'))).toBe('203.0.113.7');
  expect(address(ask('127.0.0.1', '[2001:db8::1]:4711'))).toBe('2001:db8::1');
  expect(address(ask('127.0.0.1', '203.0.113.7, unknown'))).toBe('127.0.0.1');
  expect(address(ask('127.0.0.1'))).toBe('127.0.0.1');
});

test('a range is a name, an address or a network', () => {
  for (const range of ['loopback', 'private', '10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'])
    expect(isAddressRange(range), range).toBe(true);
  for (const range of ['', 'localhost', '10.0.0.0/33', '10.0.0/8', '10.0.0.0/8/1', '*'])
    expect(isAddressRange(range), range).toBe(false);
});
