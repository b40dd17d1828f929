import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPrivateKey } from '../article/signature.ts';

/**
 * The newsroom's signing key (Ed25519, PKCS#8 PEM, readable by its owner only), made on first use.
 * The public half is written beside the public data, where the public server reads it.
 */
export function signingKey(privateFile: string, publicFile: string): KeyObject {
  if (!existsSync(privateFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeWhole(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  }
  const key = readPrivateKey(readFileSync(privateFile, 'utf8'));
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  if (!existsSync(publicFile) || readFileSync(publicFile, 'utf8') !== publicPem)
    writeWhole(publicFile, publicPem, 0o644);
  return key;
}

function writeWhole(file: string, text: string, mode: number): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  writeFileSync(partial, text, { mode });
  renameSync(partial, file);
}
