import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { maxMasterWidth } from '../article/rendition.ts';
import type { Database, Statement } from '../db/client.ts';
import { mediaSize, saveMedia } from '../db/newsroom/queries/media.ts';
import { toInstant } from '../edition/dates.ts';

/** A picture that is broken, hostile, too large or of a kind we do not take. The message says which and what to do. */
export class PictureError extends Error {
  override name = 'PictureError';
}

const maxBytes = 24 * 1024 * 1024;
const maxPixels = 80_000_000;
const maxSide = 20_000;
const maxSeconds = 20;
/** What a camera, a phone or another site hands over. SVG is a document that can run, so it is not among them. */
const accepted: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff']);
// Other decoders do not even get to look: one for SVG reads XML and what it names.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'].map((kind) => `VipsForeignLoad${kind}`) });

/** Part of every media id: raise it when masters or renditions are made differently, and their addresses change too. */
const pipelineVersion = 1;

export type StoredPicture = { id: string; width: number; height: number; save: Statement[] };

/**
 * Decodes a picture under limits, turns it upright, strips every metadata and makes its master.
 * The id is a hash of the master, so equal pictures are stored once. @throws PictureError
 */
export async function storePicture(
  newsroom: Database,
  bytes: Uint8Array,
  name: string,
  now: Date,
): Promise<StoredPicture> {
  const { data, width, height, type } = await makeMaster(bytes, name);
  const id = idOf(data);
  if (await mediaSize(newsroom, id)) return { id, width, height, save: [] };
  return {
    id,
    width,
    height,
    save: [saveMedia(newsroom, { id, type, width, height, master: data, at: toInstant(now) })],
  };
}

const idOf = (master: Uint8Array) =>
  createHash('sha256').update(`${pipelineVersion}\n`).update(master).digest('hex').slice(0, 16);

/** Sees to it that a master of another newsroom is what its id and size say, and a picture. @throws PictureError */
export async function checkMaster(
  master: Uint8Array,
  { id, type, width, height }: { id: string; type: string; width: number; height: number },
  name: string,
): Promise<void> {
  if (idOf(master) !== id) throw new PictureError(`picture ${name}: its bytes are not those of the picture ${id}`);
  const found = await sharp(master, { limitInputPixels: maxPixels })
    .metadata()
    .catch(() => null);
  if (!found || `image/${found.format}` !== type || found.width !== width || found.height !== height)
    throw new PictureError(`picture ${name}: it is no ${type} of ${width}×${height} pixels`);
}

async function makeMaster(
  bytes: Uint8Array,
  name: string,
): Promise<{ data: Buffer; width: number; height: number; type: string }> {
  if (bytes.length === 0) throw new PictureError(`picture ${name}: the file is empty`);
  if (bytes.length > maxBytes)
    throw new PictureError(
      `picture ${name}: ${bytes.length} bytes, the limit is ${maxBytes}; make it smaller and try again`,
    );
  try {
    const input = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', animated: false, sequentialRead: true });
    const { format, width = 0, height = 0, hasAlpha } = await input.metadata();
    if (!format || !accepted.has(format)) throw unknownKind(name);
    if (width > maxSide || height > maxSide)
      throw new PictureError(`picture ${name}: ${width}×${height} pixels, the longest side may have ${maxSide}`);
    const upright = input
      .timeout({ seconds: maxSeconds })
      .autoOrient()
      .toColourspace('srgb')
      .resize({ width: maxMasterWidth, height: maxMasterWidth * 2, fit: 'inside', withoutEnlargement: true });
    // Lossless where the source may be a drawing, else a JPEG good enough to make every rendition from.
    const encoded =
      hasAlpha || format === 'png' || format === 'gif'
        ? upright.png({ compressionLevel: 9 })
        : upright.jpeg({ quality: 90 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, type: `image/${info.format}` };
  } catch (error) {
    if (error instanceof PictureError) throw error;
    if (error instanceof Error && /unsupported image format/.test(error.message)) throw unknownKind(name);
    throw new PictureError(
      `picture ${name}: cannot be read (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`,
    );
  }
}

const unknownKind = (name: string) =>
  new PictureError(`picture ${name}: pictures of its kind are not taken; send JPEG, PNG, WebP, GIF, AVIF or TIFF`);
