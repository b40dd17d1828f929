import { currentFill } from './fill-context.ts';

/** What of content.db is not as the newsroom signed it. */
export type Tampering = { table: string; row: string; field: string };

/** A row of content.db that the newsroom did not sign as it stands. It is never rendered. */
export class TamperedRow extends Error {
  override name = 'TamperedRow';
  readonly tampering: Tampering;

  constructor(tampering: Tampering) {
    const { table, row, field } = tampering;
    super(
      `content.db, table ${table}, row ${row}, field ${field}: not as the newsroom signed it; "dateline publish --all" restores it, and "dateline doctor" looks for more`,
    );
    this.tampering = tampering;
  }
}

/** Refuses the row, and the page that is being made with it, whatever becomes of the error on its way. @throws TamperedRow */
export function refuseRow(table: string, row: string | number, field: string): never {
  const tampering = { table, row: String(row), field };
  currentFill().tampered.push(tampering);
  throw new TamperedRow(tampering);
}
