/** Encodings a page is kept in, best first. */
export type Encoding = 'br' | 'gzip' | 'identity';

const decisions = new Map<string, Encoding | null>();
const maxDecisions = 256;

/**
 * The encoding for an Accept-Encoding header (RFC 9110 12.5.3): highest q, then br, gzip, identity.
 * Null when the client refuses all three.
 */
export function negotiate(header: string | undefined): Encoding | null {
  if (header === undefined) return 'identity';
  const known = decisions.get(header);
  if (known !== undefined) return known;
  const decision = decide(header);
  if (decisions.size >= maxDecisions) decisions.clear();
  decisions.set(header, decision);
  return decision;
}

function decide(header: string): Encoding | null {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
    if (coding) weights.set(coding === 'x-gzip' ? 'gzip' : coding, readWeight(parameters));
  }
  const others = weights.get('*');
  const br = weights.get('br') ?? others ?? 0;
  const gzip = weights.get('gzip') ?? others ?? 0;
  // Identity is acceptable unless it is excluded; unnamed, it is what remains, never what is preferred.
  const identity = weights.get('identity') ?? (others === 0 ? 0 : Number.MIN_VALUE);
  const best = Math.max(br, gzip, identity);
  if (best === 0) return null;
  if (br === best) return 'br';
  return gzip === best ? 'gzip' : 'identity';
}

/** A weight that cannot be read counts as absent, which is 1; one above 1 as 1. */
function readWeight(parameters: string[]): number {
  const written = parameters.find((parameter) => /^q\s*=/.test(parameter));
  if (written === undefined) return 1;
  const value = written.slice(written.indexOf('=') + 1).trim();
  return /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(value) ? Number(value) : 1;
}
