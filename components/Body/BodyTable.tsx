import { createElement, Fragment } from 'react';
import type { Table, TableCell } from '../../article/body.ts';
import { Inlines } from './Inlines.tsx';

export type BodyTableProps = {
  table: Table;
  /** What the scrolling region is called. */
  label: string;
};

type Row = Table['content'][number];

/** A table that may be wider than the page: it scrolls by itself, also from the keyboard. */
export function BodyTable({ table, label }: BodyTableProps) {
  const [first, ...others] = table.content;
  const head = first && others.length > 0 && first.content.every(({ type }) => type === 'tableHeader') ? first : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0}>
      <table>
        {head && <thead>{renderRow(head, 'col')}</thead>}
        <tbody>
          {createElement(Fragment, null, ...(head ? others : table.content).map((row) => renderRow(row, 'row')))}
        </tbody>
      </table>
    </section>
  );
}

const renderRow = (row: Row, scope: 'col' | 'row') =>
  createElement('tr', null, ...row.content.map((cell) => renderCell(cell, scope)));

function renderCell({ type, attrs: { colspan, rowspan }, content }: TableCell, scope: 'col' | 'row') {
  const span = { colSpan: colspan > 1 ? colspan : undefined, rowSpan: rowspan > 1 ? rowspan : undefined };
  const words = <Inlines content={content} />;
  return type === 'tableHeader' ? createElement('th', { scope, ...span }, words) : createElement('td', span, words);
}
