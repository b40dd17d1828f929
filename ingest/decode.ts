import { analyse } from 'chardet';
import { frequentCharacters as frequent } from './frequent.ts';

/** Character sets a claim may name, by the WHATWG label's decoder. What is not here is not believed. */
export type Decoded = { text: string; charset: string };

export type CharsetClaims = {
  /** From a Content-Type header or the like. */
  transport?: string | undefined;
  /** HTML or XML: the document may name its own character set. */
  isMarkup?: boolean;
};

/**
 * Bytes to text. A byte order mark decides; else what the bytes can be: valid UTF-8 is UTF-8, whatever a header says;
 * else a declared set if the bytes decode in it without error; else the likeliest set.
 */
export function decodeText(bytes: Uint8Array, claims: CharsetClaims): Decoded {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return decodeAs(bytes, marked);
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, charset: 'utf-8' };
  const declared = [claims.transport, claims.isMarkup ? declaredIn(bytes) : null].flatMap(
    (label) => knownCharset(label) ?? [],
  );
  const candidates = [...new Set([...declared, 'gb18030', 'big5'])].filter((charset) => charset !== 'utf-8');
  const best = candidates
    .map((charset) => reading(bytes, charset, declared.includes(charset)))
    .reduce((a, b) => (b.score > a.score ? b : a));
  const damagedUtf8 = reading(bytes, 'utf-8', false);
  // A page cut in the middle of a character, or with one bad comment inside, is still UTF-8.
  if (damagedUtf8.score >= best.score) return { text: damagedUtf8.text, charset: 'utf-8' };
  if (best.score > 0) return { text: best.text, charset: best.charset };
  return decodeAs(bytes, knownCharset(likeliest(bytes)) ?? 'windows-1252');
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark. Line ends and digits put zero bytes into it, which no other text has; how it reads tells the order. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 8_192) & ~1);
  if (sample.length < 4 || !sample.includes(0)) return null;
  const orders = ['utf-16le', 'utf-16be'].map((charset) => ({
    charset,
    share: plainShare(decodeAs(sample, charset).text),
  }));
  const [little, big] = orders as [(typeof orders)[0], (typeof orders)[0]];
  const better = little.share >= big.share ? little : big;
  return better.share > 0.25 ? better.charset : null;
}

/** Share of printable ASCII, line ends and frequent Chinese characters. */
function plainShare(text: string): number {
  let plain = 0;
  for (const character of text) if (/[\t\n\r -~]/.test(character) || frequent.has(character)) plain++;
  return text.length === 0 ? 0 : plain / text.length;
}

const decoders = new Map<string, TextDecoder>();

function strictly(bytes: Uint8Array, charset: string): string | null {
  const decoder = decoders.get(charset) ?? new TextDecoder(charset, { fatal: true });
  decoders.set(charset, decoder);
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

const decodeAs = (bytes: Uint8Array, charset: string): Decoded => ({
  text: new TextDecoder(charset).decode(bytes),
  charset,
});

/** The WHATWG name of a label; null for one nobody knows. GBK and GB2312 are read as their superset. */
function knownCharset(label: string | null | undefined): string | null {
  const name = label
    ?.trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
  if (!name) return null;
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

/** What the first 4 KB of a document say: `<?xml encoding>`, `<meta charset>`, `content="…; charset=…"`. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  return (
    (/<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w-]{2,20})/i.exec(head) ??
      /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head))?.[1] ?? null
  );
}

/** How much a decoding reads like Chinese. Errors weigh more than anything; a declaration only breaks near ties. */
function reading(bytes: Uint8Array, charset: string, isDeclared: boolean): Decoded & { score: number } {
  const { text } = decodeAs(bytes, charset);
  let good = 0;
  let wide = 0;
  let bad = 0;
  const step = Math.max(1, Math.floor(text.length / 200_000));
  for (let index = 0; index < text.length; index += step) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    wide++;
    if (unit === 0xfffd) bad++;
    else if ((unit >= 0xe000 && unit <= 0xf8ff) || (unit >= 0x80 && unit < 0xa0) || (unit >= 0xff61 && unit <= 0xff9f))
      bad += 0.5;
    else if (frequent.has(text[index] as string)) good++;
  }
  const isChinese = charset === 'gb18030' || charset === 'big5' || charset === 'utf-8';
  const share = wide === 0 ? 0 : (good - bad * 4) / wide;
  return {
    text,
    charset,
    score: (isChinese ? share : share > -0.01 && isDeclared ? 0.02 : -1) + (isDeclared ? 0.01 : 0),
  };
}

const likeliest = (bytes: Uint8Array): string | undefined => analyse(bytes.subarray(0, 65_536))[0]?.name;
