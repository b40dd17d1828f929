import { ImportError } from '../article/draft.ts';

export type DocumentFormat = 'html' | 'text' | 'markdown';

/** Formats of files that are no article, by their first bytes (offset, bytes in Latin-1, name). */
const signatures: [number, string, string][] = [
  [0, '\x89PNG', 'a PNG picture'],
  [0, '\xff\xd8\xff', 'a JPEG picture'],
  [0, 'GIF8', 'a GIF picture'],
  [0, 'RIFF', 'a WebP picture or a sound'],
  [0, 'II*\0', 'a TIFF picture'],
  [0, 'MM\0*', 'a TIFF picture'],
  [0, 'BM', 'a BMP picture'],
  [0, '8BPS', 'a Photoshop file'],
  [4, 'ftyp', 'a video or HEIF picture'],
  [0, '\x1aE\xdf\xa3', 'a Matroska video'],
  [0, 'OggS', 'an Ogg sound'],
  [0, 'ID3', 'an MP3 sound'],
  [0, '%PDF', 'a PDF document'],
  [0, 'PK\x03\x04', 'a ZIP archive or office document'],
  [0, '\xd0\xcf\x11\xe0', 'an old office document'],
  [0, 'Rar!', 'a RAR archive'],
  [0, '7z\xbc\xaf', 'a 7z archive'],
  [0, 'BZh', 'a bzip2 archive'],
  [0, '\xfd7zXZ', 'an xz archive'],
  [0, '(\xb5/\xfd', 'a zstd archive'],
  [0, 'SQLite format 3', 'a SQLite database'],
  [0, '\x7fELF', 'a program'],
  [0, 'MZ', 'a program'],
];

/** @throws ImportError when the bytes are of a known format without text in it */
export function refuseBinary(bytes: Uint8Array, name: string): void {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
  const found = signatures.find(
    ([offset, start]) => head.startsWith(start, offset) && (start.length > 2 || hasControlBytes(bytes)),
  );
  if (found) throw new ImportError('unsupported', `${name} is ${found[2]}, not a document with an article`);
}

const hasControlBytes = (bytes: Uint8Array) =>
  bytes.subarray(0, 512).some((byte) => byte < 9 || (byte > 13 && byte < 27));

/** @throws ImportError when decoded text is nothing people write */
export function refuseUnreadable(text: string, name: string): void {
  const sample = text.slice(0, 20_000);
  if (sample.trim() === '') throw new ImportError('no-article', `${name} is empty`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting control characters is the point
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  if (odd > sample.length * 0.05 && odd > 8)
    throw new ImportError(
      'unsupported',
      `${name} is binary data or in an unknown character set, not a document with an article`,
    );
}

const markup =
  /<(?:!doctype\s+html|html|head|body|title|meta|div|p|span|table|article|section|h[1-6]|br|a|img|ul|script)\b[^>]{0,2000}>/gi;

/** The format of a decoded document, by its content first and its name second. @throws ImportError for XML and JSON of other formats */
export function detectFormat(text: string, name: string): DocumentFormat {
  const head = text.slice(0, 16_384).trimStart();
  const extension = /\.([a-z0-9]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const isMarkdownName = /^(?:md|markdown|mdown|mkd)$/.test(extension);
  const root = rootOf(head);
  if (root !== null && /^(?:html|head|body)$/.test(root)) return 'html';
  refuseOtherMarkup(head, root, name);
  if (
    /^---[ \t]*\r?\n[\s\S]{0,16000}?^[\w-]+[ \t]*:/m.test(head) &&
    /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(text.slice(0, 64_000))
  )
    return 'markdown';
  if (isMarkdownName) return 'markdown';
  const tags = head.match(markup)?.length ?? 0;
  if (tags >= 3 || (tags >= 1 && /^(?:x?html?|shtml?|asp|aspx|jsp|php)$/.test(extension))) return 'html';
  return extension === '' && /^# \S/.test(head) ? 'markdown' : 'text';
}

/** The root element of markup, lower case, behind prologue, comments and doctype; null for other text. */
function rootOf(head: string): string | null {
  let rest = head;
  for (let steps = 0; steps < 50; steps++) {
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 3 : /^<[?!]/.test(rest) ? rest.indexOf('>') + 1 : 0;
    const doctype = /^<!doctype\s+([a-z][\w:.-]*)/i.exec(rest);
    if (doctype?.[1]?.toLowerCase() === 'html') return 'html';
    if (end < 3) break;
    // An internal subset ends at `]>`; whatever is declared in it is none of ours.
    rest = rest.slice(doctype && rest.slice(0, end).includes('[') ? rest.indexOf(']>') + 2 : end).trimStart();
  }
  return /^<([a-z][\w:.-]*)/i.exec(rest)?.[1]?.toLowerCase() ?? null;
}

function refuseOtherMarkup(head: string, root: string | null, name: string): void {
  const isXml =
    head.startsWith('<?xml') ||
    (root !== null && /^(?:rss|feed|rdf:rdf|newsml|newsitem|nitf|svg|urlset|sitemapindex|opml)$/.test(root));
  if (isXml)
    throw new ImportError(
      'unsupported',
      `${name} is XML${root ? ` (<${root}>)` : ''}; articles are read from HTML, text and Markdown`,
    );
  if (/^(?:\{\s*"|\[\s*[{["])/.test(head) && isJson(head))
    throw new ImportError('unsupported', `${name} is JSON; articles are read from HTML, text and Markdown`);
}

const isJson = (head: string) => /^[{[][\s\S]{0,200}?"[^"\n]{1,80}"\s*:/.test(head);
