import { ImportError } from '../article/draft.ts';

/** Deeper than any export nests, and far from what exhausts a stack that walks it. */
const deepest = 100;

/** A JSON document of any shape. @throws ImportError `malformed` with the place, or when it is nested beyond reason */
export function parseJson(text: string, name: string): unknown {
  refuseDeep(text, name);
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw new ImportError('malformed', `${name} is not valid JSON: ${(error as Error).message.slice(0, 200)}`);
  }
}

/** Counts brackets outside of strings; linear, without building anything. */
function refuseDeep(text: string, name: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      at = endOfString(text, at);
    } else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > deepest)
        throw new ImportError('malformed', `${name} is nested deeper than ${deepest} levels; no export is`);
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c) at++;
    else if (unit === 0x22) return at;
  }
  return text.length;
}
