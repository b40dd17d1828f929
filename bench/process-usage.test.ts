import { expect, test } from 'vitest';
import { readCpuTicks, readResidentBytes } from './process-usage.ts';

const rest =
  'S 1 4242 4242 0 -1 4194560 30112 0 5 0 731 269 11 7 20 0 11 0 88761 1285242880 51200 18446744073709551615';

test('CPU time is user and system time together, without that of children', () => {
  expect(readCpuTicks(`4242 (node) ${rest}`)).toBe(731 + 269);
});

test('a program name with spaces and brackets moves no field', () => {
  expect(readCpuTicks(`4242 (node (x) 9) ${rest}`)).toBe(1_000);
});

test('a text that is no stat line is named, not read as zero', () => {
  expect(() => readCpuTicks('')).toThrow(/not a line/);
  expect(() => readCpuTicks('4242 (node) S 1 2')).toThrow(/not a line/);
});

test('resident memory is given in bytes', () => {
  expect(readResidentBytes('Name:\tnode\nVmHWM:\t  300000 kB\nVmRSS:\t  204800 kB\nThreads:\t11\n')).toBe(209_715_200);
  expect(() => readResidentBytes('Name:\tnode\n')).toThrow(/VmRSS/);
});
