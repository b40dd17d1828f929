/**
 * The entity tag of If-None-Match that names this content, in the client's own spelling; null when none does.
 * Comparison is weak (RFC 9110 13.1.2) and blind to the encoding suffix: whatever encoding the client
 * holds, it holds this content. `hash` is the part of our tags before the suffix.
 */
export function matchingTag(header: string, hash: string): string | null {
  if (header.trim() === '*') return '*';
  for (const [tag, opaque] of header.matchAll(/(?:W\/)?"([^"]*)"/g)) {
    if (opaque === hash || opaque?.startsWith(`${hash}-`)) return tag;
  }
  return null;
}

/** Whether If-Modified-Since (RFC 9110 13.1.3; looked at only without If-None-Match) names no earlier second than `since` (ms). */
export const isUnmodified = (header: string | undefined, since: number): boolean =>
  header !== undefined && Date.parse(header) >= since;
