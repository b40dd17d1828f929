import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { renditionNamePattern } from '../../article/rendition.ts';
import { readSharePictureName } from '../../edition/share-picture.ts';
import { answer } from './answer.ts';
import { matchingTag } from './conditional.ts';
import type { FlatHeaders } from './headers.ts';
import { readRange } from './range.ts';

const types: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };
const forEver = 'public, max-age=31536000, immutable';

/**
 * Answers `/media/<id>-<width>.<format>` from the media folder. The name holds a hash of the picture, so what it names
 * never changes. Resolves to the number of body bytes, or null when there is no such file.
 */
export async function answerMedia(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: { folder: string; headers: FlatHeaders },
): Promise<boolean> {
  const name = path.slice('/media/'.length);
  const type = mediaType(name);
  if (!type) return false;
  const handle = await openFile(join(options.folder, name.slice(0, 2), name));
  if (!handle) return false;
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return false;
    await send(request, response, handle, { size: stats.size, tag: name, type, headers: options.headers });
    return true;
  } finally {
    await handle.close().catch(() => {});
  }
}

/** Names hold no slash and no dot but one: nothing else of the folder can be named. */
function mediaType(name: string): string | undefined {
  const format = renditionNamePattern.exec(name)?.[3] ?? (readSharePictureName(name) && 'jpg');
  return format ? types[format] : undefined;
}

async function openFile(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

type File = { size: number; tag: string; type: string; headers: FlatHeaders };

async function send(request: IncomingMessage, response: ServerResponse, handle: FileHandle, file: File): Promise<void> {
  const etag = `"${file.tag}"`;
  const headers = [
    ...file.headers,
    ...['Content-Type', file.type, 'ETag', etag],
    ...['Cache-Control', forEver, 'Accept-Ranges', 'bytes'],
  ];
  const known = request.headers['if-none-match'];
  if (known !== undefined && matchingTag(known, file.tag) !== null) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  // A range of something else than the client holds would not fit: it gets the whole (RFC 9110 13.1.5).
  const condition = request.headers['if-range'];
  const wanted = condition === undefined || condition === etag ? request.headers.range : undefined;
  const range = request.method === 'GET' ? readRange(wanted, file.size) : null;
  // Caches know a picture by its name alone: nothing of a range that is not there may stay in them.
  if (range === 'unsatisfiable')
    return answer(request, response, 416, [
      ...file.headers,
      ...['Content-Range', `bytes */${file.size}`, 'Cache-Control', 'no-store'],
    ]);
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  if (range) headers.push('Content-Range', `bytes ${start}-${end}/${file.size}`);
  response.writeHead(range ? 206 : 200, [...headers, 'Content-Length', String(end - start + 1)]);
  if (request.method === 'HEAD' || file.size === 0) return void response.end();
  await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
}
