import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * Ed25519 over a purpose and the text's SHA-256. The purpose (`article`, `card`, `site`…) is signed along,
 * so a signed text of one kind cannot be put in the place of another.
 */
function message(purpose: string, text: string): Buffer {
  const digest = createHash('sha256').update(text, 'utf8').digest();
  return Buffer.concat([Buffer.from(`dateline:1:${purpose}\n`, 'utf8'), digest]);
}

/** 64 bytes. `privateKey` is PKCS#8 PEM or a key object. */
export function signText(purpose: string, text: string, privateKey: KeyObject): Buffer {
  return sign(null, message(purpose, text), privateKey);
}

export function isSigned(purpose: string, text: string, signature: Uint8Array, publicKey: KeyObject): boolean {
  return signature.length === 64 && verify(null, message(purpose, text), publicKey, signature);
}

export const readPrivateKey = (pem: string): KeyObject => createPrivateKey(pem);
export const readPublicKey = (pem: string): KeyObject => createPublicKey(pem);
