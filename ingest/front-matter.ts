import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { ImportError } from '../article/draft.ts';

/** YAML between two `---` lines at the head of a file, with the line of each field for messages. */
export type FrontMatter = {
  fields: Record<string, unknown>;
  /** Line in the file where a field stands, counted from 1. */
  lineOf: (path: readonly PropertyKey[]) => number;
};

const head = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Splits a Markdown file. `bodyLine` is the line the body starts on. @throws ImportError when the YAML is broken */
export function splitFrontMatter(
  text: string,
  name: string,
): { frontMatter: FrontMatter | null; body: string; bodyLine: number } {
  const match = text.startsWith('---') ? head.exec(text) : null;
  if (!match) return { frontMatter: null, body: text, bodyLine: 1 };
  const bodyLine = match[0].split('\n').length;
  return { frontMatter: readYaml(match[1] ?? '', name), body: text.slice(match[0].length), bodyLine };
}

function readYaml(source: string, name: string): FrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, version: '1.2', stringKeys: true });
  const [fault] = document.errors;
  // The opening `---` is line 1 of the file.
  if (fault) throw broken(name, lines.linePos(fault.pos[0]).line + 1, fault.message);
  return { fields: fieldsOf(document, name), lineOf: (path) => lineOf(document, lines, path) };
}

function fieldsOf(document: Document.Parsed, name: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch (error) {
    throw broken(name, 1, error instanceof Error ? error.message : String(error));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw broken(name, 2, 'the front matter must be a list of "field: value" lines');
  return value as Record<string, unknown>;
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + 1;
  }
  return 1;
}

const broken = (name: string, line: number, message: string) =>
  new ImportError('malformed', `${name}, line ${line}: the front matter is not valid YAML: ${message}`);
