import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { z } from 'zod';

/** What a complete export holds that it should not, or does not hold that it should. Nothing was changed. */
export class PortableError extends Error {
  override name = 'PortableError';
}

const mostBytes = 64 * 1024 * 1024;

/** A file of the export as its schema has it. @throws PortableError naming file and field */
export async function readPortable<T>(root: string, file: string, schema: z.ZodType<T>): Promise<T> {
  return checked(parsed(await readWhole(root, file), file), file, schema);
}

/** The bytes of a file of the export; links are not followed. @throws PortableError when it is none */
export async function readWhole(root: string, file: string): Promise<Buffer> {
  const path = join(root, file);
  const found = await lstat(path).catch(() => null);
  if (!found?.isFile()) throw new PortableError(`${file} is missing; the export is not complete`);
  if (found.size > mostBytes) throw new PortableError(`${file} has ${found.size} bytes; the limit is ${mostBytes}`);
  return readFile(path);
}

/** The lines of a file, each as its schema has it, one by one. @throws PortableError naming file, line and field */
export async function* readLines<T>(root: string, file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const found = await lstat(join(root, file)).catch(() => null);
  if (!found?.isFile()) throw new PortableError(`${file} is missing; the export is not complete`);
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(join(root, file)),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++;
    const where = `${file}, line ${number}`;
    yield checked(parsed(line, where), where, schema);
  }
}

function parsed(text: string | Buffer, where: string): unknown {
  try {
    return JSON.parse(text.toString());
  } catch (error) {
    throw new PortableError(`${where}: not JSON (${(error as Error).message})`);
  }
}

function checked<T>(value: unknown, where: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new PortableError(`${where}, ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
}
