import { hash } from 'node:crypto';

/** SHA-256 as 64 lower-case hexadecimal digits. Text is hashed as UTF-8. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** SHA-256 as 32 bytes. */
export const sha256Bytes = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer');
