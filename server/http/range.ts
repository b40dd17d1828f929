/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/**
 * Reads a Range header for a file of `size` bytes (RFC 9110 14.2). Null means the whole file: no range, one that is
 * malformed, or several (a server may ignore those). `unsatisfiable` means 416.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '');
  if (!match) return null;
  const [first, last] = [match[1] as string, match[2] as string];
  if (first === '' && last === '') return null;
  if (first === '') {
    const suffix = Number(last);
    return suffix === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - suffix), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
