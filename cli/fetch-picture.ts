import { PictureError } from '../newsroom/pictures.ts';
import { FetchError, fetchPublic } from './fetch.ts';

const maxBytes = 24 * 1024 * 1024;

/** Fetches a remote picture, from public addresses only, within limits of bytes and time. @throws PictureError */
export async function fetchPicture(address: string): Promise<Uint8Array> {
  try {
    const { status, bytes } = await fetchPublic(address, { what: 'picture', accept: 'image/*', maxBytes });
    if (status !== 200) throw new PictureError(`picture ${address}: the server answered ${status}`);
    return bytes;
  } catch (error) {
    throw error instanceof FetchError ? new PictureError(error.message) : error;
  }
}
