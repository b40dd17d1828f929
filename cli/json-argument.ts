import { readFile } from 'node:fs/promises';

/** The JSON object in a file, or on standard input for "-". @throws Error naming the file and what is wrong */
export async function readJsonObject(file: string): Promise<Record<string, unknown>> {
  const text = file === '-' ? await readStandardInput() : await readFile(file, 'utf8');
  const value = parseJson(text, file);
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Error(`${file}: must hold one JSON object`);
  return value as Record<string, unknown>;
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not JSON (${(error as Error).message})`);
  }
}
