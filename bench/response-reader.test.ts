import { expect, test } from 'vitest';
import { ResponseReader } from './response-reader.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const notModified = 'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n';

function read(...chunks: string[]): [number, boolean][] {
  const reader = new ResponseReader();
  const ends: [number, boolean][] = [];
  for (const chunk of chunks) reader.push(Buffer.from(chunk), (status, closes) => ends.push([status, closes]));
  return ends;
}

test('a response ends where its length says', () => {
  expect(read(ok)).toEqual([[200, false]]);
  expect(read(ok.slice(0, -1))).toEqual([]);
});

test('responses may arrive together or byte by byte', () => {
  expect(read(ok + notModified + ok)).toEqual([
    [200, false],
    [304, false],
    [200, false],
  ]);
  expect(read(...(ok + notModified))).toEqual([
    [200, false],
    [304, false],
  ]);
});

test('an empty body and a 304 end with their headers', () => {
  expect(read(notModified)).toEqual([[304, false]]);
  expect(read('HTTP/1.1 405 No\r\ncontent-length: 0\r\n\r\n')).toEqual([[405, false]]);
});

test('a closing server is told of', () => {
  expect(read('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')).toEqual([[200, true]]);
});

test('a response of unknown length is an error, not a guess', () => {
  expect(() => read('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')).toThrow(/without Content-Length/);
});
