import { gunzipSync } from 'node:zlib';
import { ImportError } from '../article/draft.ts';

export const mostBytes = 32 * 1024 * 1024;
const mostUnpacked = 64 * 1024 * 1024;
/** HTML packs 4 to 15 times; a bomb packs a thousand times. Small files may repeat themselves. */
export const mostRatio = 200;
export const freeBytes = 4 * 1024 * 1024;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;

/** The bytes of a document, unpacked when it is gzipped. @throws ImportError when it is too large either way, or damaged */
export function unpack(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes.length > mostBytes) throw tooLarge(name, `${bytes.length} bytes; a document may have ${mostBytes}`);
  if (!isGzip(bytes)) return bytes;
  const limit = Math.min(mostUnpacked, Math.max(freeBytes, bytes.length * mostRatio));
  let unpacked: Uint8Array;
  try {
    unpacked = gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(name, `it unpacks to more than ${limit} bytes`);
    throw new ImportError('malformed', `${name} is a damaged gzip file: ${(error as Error).message}`);
  }
  if (isGzip(unpacked)) throw new ImportError('unsupported', `${name} is gzipped twice; unpack it once`);
  return unpacked;
}

const tooLarge = (name: string, why: string) => new ImportError('too-large', `${name} is too large: ${why}`);
