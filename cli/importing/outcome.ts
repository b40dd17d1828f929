import type { ArticleDraft, DocumentFacts, ImportItem } from '../../article/draft.ts';
import { bodyLinks, plainText } from '../../article/text.ts';
import { print } from '../command.ts';

export type Status = 'imported' | 'unchanged' | 'held' | 'refused';

/** What became of one article, or of a document none could be read from; the shape `--json` prints. */
export type Outcome = {
  file: string;
  format: string;
  status: Status;
  /** Name and kind of the part of the document it was, when that holds many. */
  item?: string;
  kind?: string;
  id?: string;
  url?: string;
  error?: string;
  [field: string]: unknown;
};

/** What is known of an item before anything is done with it. */
export const described = (
  file: string,
  format: string,
  item: ImportItem,
): Pick<Outcome, 'file' | 'format' | 'item' | 'kind'> => ({
  file,
  format,
  ...(item.label !== '' && { item: item.label }),
  ...((item.label !== '' || item.guid) && { kind: item.kind }),
});

export function summarize(draft: ArticleDraft, section: string | null) {
  const figures = [
    ...(draft.lead ? [draft.lead] : []),
    ...draft.body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs] : [])),
  ];
  return {
    headline: draft.headline,
    standfirst: draft.standfirst,
    authors: draft.authors,
    source: draft.source,
    publishedAt: draft.publishedAt,
    updatedAt: draft.updatedAt,
    language: draft.language,
    section: section ?? draft.section.breadcrumb.join(' > '),
    tags: draft.tags,
    state: stateOf(draft),
    address: draft.address,
    formerPaths: draft.formerPaths,
    bodyText: plainText(draft.body),
    figures: figures.map(({ src, caption, credit }) => ({ src, caption, credit })),
    links: bodyLinks(draft.body),
    dropped: draft.dropped,
    ...(draft.held.length > 0 && { held: draft.held }),
    warnings: draft.warnings,
  };
}

const stateOf = (draft: ArticleDraft) => (draft.withdrawn ? 'withdrawn' : draft.isDraft ? 'draft' : 'published');

export function printOutcome({ status, file, item, url, headline, error, held, warnings }: Outcome): void {
  const parts = [`${status.padEnd(9)} ${file}`, item, headline, url, error].filter(Boolean);
  print(parts.join('  '));
  for (const line of [...((held as string[] | undefined) ?? []), ...((warnings as string[] | undefined) ?? [])])
    print(`          ${line}`);
}

/** Counts of everything that was read, by format, and what the documents said of themselves. */
export class Tally {
  readonly #rows = new Map<string, Record<Status, number>>();
  readonly #reasons = new Map<string, number>();

  count({ format, status, error, item, file }: Outcome): void {
    const row = this.#rows.get(format) ?? { imported: 0, unchanged: 0, held: 0, refused: 0 };
    row[status]++;
    this.#rows.set(format, row);
    if (!error) return;
    const reason = reasonOf(error.replace(item ?? file, ''));
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
  }

  get total(): Record<Status, number> {
    const total = { imported: 0, unchanged: 0, held: 0, refused: 0 };
    for (const row of this.#rows.values()) for (const status of statuses) total[status] += row[status];
    return total;
  }

  /** A table by format when there is more than one, and one closing line. */
  lines(): string[] {
    const { total } = this;
    const closing = statuses.map((status) => `${total[status]} ${status}`).join(', ');
    if (this.#rows.size < 2 && this.#reasons.size < 2) return [closing];
    const header = ['', ...statuses].map(cell).join('');
    const rows = [...this.#rows].map(([format, row]) =>
      [format, ...statuses.map((status) => String(row[status]))].map(cell).join(''),
    );
    const reasons = [...this.#reasons]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 12)
      .map(([reason, count]) => `${String(count).padStart(6)}  ${reason}`);
    return ['', header, ...rows, ...(reasons.length > 0 ? ['', 'refused because', ...reasons] : []), '', closing];
  }
}

const statuses: readonly Status[] = ['imported', 'unchanged', 'held', 'refused'];
const cell = (text: string, index: number) => (index === 0 ? text.padEnd(12) : text.padStart(11));

/** The reason without names and numbers in it, so that equal ones count together. */
const reasonOf = (error: string) =>
  error
    .replace(/^[\s:,]+/, '')
    .replace(/\b\d+\b/g, 'N')
    .slice(0, 100);

/** What a document said beside its items, for people. */
export function factsLine(file: string, { facts }: DocumentFacts): string {
  const said = Object.entries(facts).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return text.length <= 200 ? [`${name} ${text}`] : [];
  });
  return `${file}: ${said.join(', ')}`;
}
