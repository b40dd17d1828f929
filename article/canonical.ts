/**
 * Canonical JSON (RFC 8785, JCS): object keys in UTF-16 order, no white space, ECMAScript number and string forms.
 * Equal values give equal bytes, so a hash or signature over them can be checked anywhere.
 * @throws TypeError on values JSON cannot carry: undefined entries, functions, NaN, Infinity, half surrogates
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${value} is not a number JSON can carry`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return listed(value);
  if (typeof value === 'object') return keyed(value as Record<string, unknown>);
  throw new TypeError(`canonical JSON: cannot carry a ${typeof value}`);
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON: a string holds half a character');
  return JSON.stringify(text);
}

// Built by appending: a list of parts to join takes twice as long, and every article is written out three times.
function listed(items: readonly unknown[]): string {
  let out = '[';
  for (let index = 0; index < items.length; index++) out += (index > 0 ? ',' : '') + canonicalJson(items[index]);
  return `${out}]`;
}

function keyed(members: Record<string, unknown>): string {
  let out = '{';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    out += `${out.length > 1 ? ',' : ''}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `${out}}`;
}
