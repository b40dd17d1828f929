import { expect, test } from 'vitest';
import { fold } from '../../../article/fold.ts';
import { readQuery } from './query.ts';
import { Marker, standsIn } from './snippet.ts';

const wanted = (typed: string) => readQuery(typed).wanted;
const shown = (parts: { text: string; mark: boolean }[]) =>
  parts.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

const marked = (text: string, typed: string) => shown(new Marker(wanted(typed)).whole(text));
const snippet = (text: string, typed: string) => shown(new Marker(wanted(typed)).snippet(text));

test('what is marked is the original text, whatever script was typed', () => {
  expect(marked('湖畔工會的一天', '工会')).toBe('湖畔[工會]的一天');
  expect(marked('ＮＡＳＡ与Tram', 'nasa tram')).toBe('[ＮＡＳＡ]与[Tram]');
});

test('a run that never stands as it was typed is marked by its words', () => {
  expect(marked('工会组织了一次劳动竞赛', '工会竞赛')).toBe('[工会]组织了一次劳动[竞赛]');
});

test('Latin words are marked by their stem, and only whole', () => {
  expect(marked('Two trams, one tramway', 'tram')).toBe('Two [trams], one tramway');
});

test('overlapping matches are one mark', () => {
  expect(marked('电车夜班', '电车夜 车夜班')).toBe('[电车夜班]');
});

test('a snippet is cut where most different words stand, with dots where text is left out', () => {
  const text = `${'前文。'.repeat(60)}环卫工人走进驿站。${'后文。'.repeat(60)}环卫`;
  const cut = snippet(text, '环卫 驿站');
  expect(cut).toContain('[环卫]工人走进[驿站]');
  expect(cut.startsWith('…')).toBe(true);
  expect(cut.endsWith('…')).toBe(true);
  expect(cut.length).toBeLessThan(110);
});

test('without a match the snippet is the beginning, and it never parts a character of two units', () => {
  expect(snippet('导语。\n正文', '没有')).toBe('导语。 正文');
  const text = '𠮷'.repeat(100);
  expect(snippet(text, '无').isWellFormed()).toBe(true);
});

test('a phrase stands over punctuation and in either script, but not inside of a Latin word', () => {
  const has = (text: string, typed: string) => standsIn(fold(text), wanted(typed));
  expect(has('環衛，工人', '环卫 工人')).toBe(true);
  expect(has('环卫的工人', '环卫 工人')).toBe(false);
  expect(has('one tram line', 'tram line')).toBe(true);
  expect(has('one tram liner', 'tram line')).toBe(false);
});
