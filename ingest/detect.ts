import { ImportError } from '../article/draft.ts';
import { isMediumPage } from './medium.ts';
import { isSubstackTable } from './substack.ts';

export const documentFormats = [
  'html',
  'text',
  'markdown',
  'wxr',
  'feed',
  'ghost',
  'medium',
  'substack',
  'ninjs',
  'newsml',
  'nitf',
] as const;
export type DocumentFormat = (typeof documentFormats)[number];

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
  [0, 'PK\x05\x06', 'an empty ZIP archive'],
  [0, 'PK\x03\x04', 'a ZIP archive inside another file'],
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
  if (root !== null && /^(?:html|head|body)$/.test(root)) return isMediumPage(text) ? 'medium' : 'html';
  const structured = xmlFormat(head, root, name) ?? jsonFormat(text, head, name) ?? tableFormat(head, extension, name);
  if (structured) return structured;
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

const xmlRoots: Record<string, DocumentFormat> = {
  rss: 'feed',
  feed: 'feed',
  'rdf:rdf': 'feed',
  rdf: 'feed',
  newsitem: 'newsml',
  newsmessage: 'newsml',
  packageitem: 'newsml',
  conceptitem: 'newsml',
  knowledgeitem: 'newsml',
  planningitem: 'newsml',
  catalogitem: 'newsml',
  groupset: 'newsml',
  nitf: 'nitf',
};
const otherRoots = /^(?:svg|urlset|sitemapindex|opml|newsml|plist|xsl:stylesheet|channel)$/;

function xmlFormat(head: string, root: string | null, name: string): DocumentFormat | null {
  if (root === null && !head.startsWith('<?xml')) return null;
  const local = root?.replace(/^.*:/, '') ?? '';
  const format = xmlRoots[root ?? ''] ?? xmlRoots[local];
  if (format === 'feed' && /<wp:|xmlns:wp=|wordpress\.org\/export\//.test(head)) return 'wxr';
  if (format) return format;
  if (head.startsWith('<?xml') || otherRoots.test(local))
    throw new ImportError(
      'unsupported',
      `${name} is XML${root ? ` (<${root}>)` : ''}, of a kind no article is read from; ${readable}`,
    );
  return null;
}

const readable =
  'XML is read as WordPress export, RSS, Atom, NewsML-G2 or NITF, JSON as JSON Feed, Ghost export or ninjs';

/** JSON by what stands in its outermost objects. */
function jsonFormat(text: string, head: string, name: string): DocumentFormat | null {
  if (!/^(?:\{\s*["}]|\[\s*[{["\]])/.test(head) || !isJson(head)) return null;
  const start = text.slice(0, 200_000);
  const says = (key: string) => new RegExp(`"${key}"\\s*:`, 'i').test(start);
  if (/"version"\s*:\s*"https:\\?\/\\?\/jsonfeed\.org/.test(start)) return 'feed';
  if (
    (says('db') && says('data') && says('meta')) ||
    (says('posts') && (says('lexical') || says('mobiledoc') || says('html')))
  )
    return 'ghost';
  if (says('uri') && !says('guid')) return 'ninjs';
  if (/ninjs/.test(name) || says('headlines?') || says('body_\\w+')) return 'ninjs';
  throw new ImportError('unsupported', `${name} is JSON of a kind no article is read from; ${readable}`);
}

const isJson = (head: string) => /^[{[][\s\S]{0,200}?"[^"\n]{1,120}"\s*:/.test(head) || /^\{\s*\}/.test(head);

function tableFormat(head: string, extension: string, name: string): DocumentFormat | null {
  if (isSubstackTable(head)) return 'substack';
  if (extension === 'csv' || extension === 'tsv')
    throw new ImportError('unsupported', `${name} is a table; of tables only Substack's posts.csv is read`);
  return null;
}
