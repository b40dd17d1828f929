import { isWebAddress } from '../article/schema.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]/;

/** A picture's address: a web address, or a path relative to the document. No `data:`, no `file:`, no absolute path of this machine. */
export function isPictureAddress(value: string): boolean {
  if (value === '' || value.length > 2_048 || unsafe.test(value)) return false;
  if (/^https?:/i.test(value)) return isWebAddress(value);
  return !/^[a-z][a-z0-9+.-]*:/i.test(value) && !value.startsWith('/');
}
