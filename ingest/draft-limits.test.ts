import { expect, test } from 'vitest';
import { blankDraft, withinLimits } from './draft-limits.ts';

const picture = (src: string) => ({ media: null, src, alt: '', caption: '', credit: '' });
const srcOf = (src: string) => withinLimits({ ...blankDraft(), lead: picture(src) }).lead?.src;

test('a picture whose address no record may hold loses the address, not the article', () => {
  expect(srcOf('pier.jpg')).toBe('pier.jpg');
  expect(srcOf('pier\u202egpj.exe')).toBe(null);
  expect(srcOf('a\u0000.jpg')).toBe(null);
  expect(srcOf(`${'a'.repeat(2_049)}.jpg`)).toBe(null);
});
