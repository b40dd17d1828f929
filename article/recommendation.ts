import type { Card } from './record.ts';

/** Why an article is recommended: what the page says when it is asked. */
export type Reason =
  /** An editor put it there. */
  | { kind: 'pinned' }
  /** Both have the tag. */
  | { kind: 'topic'; name: string }
  /** Both speak of it. */
  | { kind: 'words'; name: string }
  | { kind: 'similar' }
  /** Read most in the section today. */
  | { kind: 'read' }
  /** Published just before or after. */
  | { kind: 'period' }
  | { kind: 'latest' };

export type Recommendation = { card: Card; reason: Reason };
