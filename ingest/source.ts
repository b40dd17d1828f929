import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from '../article/draft.ts';
import { decodeText } from './decode.ts';
import { freeBytes, isGzip, mostRatio } from './unpack.ts';

/** An outside document that is read on demand, as often as a reader needs. */
export type DocumentSource = {
  /** File name or address, for messages. */
  name: string;
  /** Bytes as they are stored. */
  size: number;
  /** The whole document at once. */
  read(): Promise<Uint8Array>;
  /** From its beginning, piece by piece. */
  chunks(): AsyncIterable<Uint8Array>;
};

export function bytesSource(bytes: Uint8Array, name: string): DocumentSource {
  return {
    name,
    size: bytes.length,
    read: async () => bytes,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
}

const pieceBytes = 256 * 1024;
const sampleBytes = 128 * 1024;

/** The text of an XML document, piece by piece, unpacked and in its own character set. @throws ImportError */
export async function* xmlChunks(source: DocumentSource): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let sample = Buffer.alloc(0);
  for await (const chunk of unpackedChunks(source)) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    sample = Buffer.concat([sample, chunk]);
    if (sample.length < sampleBytes) continue;
    decoder = decoderFor(sample);
    yield decoder.decode(sample, { stream: true });
    sample = Buffer.alloc(0);
  }
  decoder ??= decoderFor(sample);
  yield decoder.decode(sample, { stream: true }) + decoder.decode();
}

const decoderFor = (sample: Uint8Array): TextDecoder =>
  new TextDecoder(decodeText(wholeCharacters(sample), { isMarkup: true }).charset);

/** A sample may end within a character; what is cut off must not make UTF-8 look like something else. */
function wholeCharacters(sample: Uint8Array): Uint8Array {
  let end = sample.length;
  while (end > 0 && end > sample.length - 4 && ((sample[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return end > 0 && (sample[end - 1] ?? 0) >= 0xc0 ? sample.subarray(0, end - 1) : sample;
}

async function* unpackedChunks(source: DocumentSource): AsyncGenerator<Uint8Array> {
  const chunks = source.chunks()[Symbol.asyncIterator]();
  const first = await chunks.next();
  const again = (async function* () {
    if (!first.done) yield first.value;
    for (;;) {
      const next = await chunks.next();
      if (next.done) return;
      yield next.value;
    }
  })();
  if (first.done || !isGzip(first.value)) {
    yield* again;
    return;
  }
  const limit = Math.max(freeBytes, source.size * mostRatio);
  let total = 0;
  // The callback is for the stream's own good: what goes wrong is thrown where the chunks are read.
  const unpacked = pipeline(Readable.from(again), createGunzip(), () => {});
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > limit)
        throw new ImportError('too-large', `${source.name} is too large: it unpacks to more than ${limit} bytes`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('malformed', `${source.name} is a damaged gzip file: ${(error as Error).message}`);
  }
}
