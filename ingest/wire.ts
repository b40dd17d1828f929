import type { ArticleDraft } from '../article/draft.ts';
import { httpInstant } from './http-dates.ts';
import { isoInstant } from './moments.ts';

/** What an agency's item says about when it may be shown; ninjs and NewsML-G2 say the same in different words. */
export type WireState = {
  created: string | null;
  version: string | null;
  /** Number of the version, as its agency writes it. */
  number: string | null | undefined;
  embargo: string | null;
  status: string;
  timeZone: string;
};

type Plan = Pick<ArticleDraft, 'publishedAt' | 'updatedAt' | 'withdrawn' | 'held' | 'version'>;

/** Dates and holds of an item. An embargo counts as the time of publication; one that cannot be read holds the item. */
export function wirePlan({ created, version, number, embargo, status, timeZone }: WireState): Plan {
  const read = (text: string | null) => (text === null ? null : (isoInstant(text, timeZone) ?? httpInstant(text)));
  const held: string[] = [];
  const until = read(embargo);
  if (embargo !== null && until === null)
    held.push(`it is embargoed until "${embargo}", which is no moment we can read`);
  if (status === 'withheld') held.push('its source withholds it for now');
  const changed = read(version);
  const first = read(created) ?? changed;
  const publishedAt = until && (!first || until > first) ? until : first;
  return {
    publishedAt,
    updatedAt: changed && publishedAt && changed > publishedAt ? changed : null,
    withdrawn:
      status === 'canceled' && (changed ?? publishedAt)
        ? { at: (changed ?? publishedAt) as string, reason: 'The source has canceled this item.' }
        : null,
    held,
    version: { number: /^\d{1,9}$/.test(number ?? '') ? Number(number) : null, at: changed },
  };
}
