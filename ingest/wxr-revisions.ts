import type { ArticleDraft, ImportHints } from '../article/draft.ts';
import { withinLimits } from './draft-limits.ts';
import { isoInstant } from './moments.ts';
import { shieldDraft } from './shield.ts';
import { encoded, owned } from './wxr-fields.ts';
import { childText, type XmlElement } from './xml.ts';

/** Earlier states of posts, which some exports hold as items of their own, anywhere behind the post. */
export type WxrRevisions = {
  byPost: Map<string, WxrRevision[]>;
  /** Characters of all of them. */
  length: number;
};

/** Texts as WordPress writes them; `at` is in UTC. */
export type WxrRevision = { at: string; title: string; content: string; excerpt: string };

export const noRevisions = (): WxrRevisions => ({ byPost: new Map(), length: 0 });

/** Characters of earlier states that are kept while a document is read. */
const mostKept = 8_000_000;

/** Autosaves are nobody's states. What is more than fits is counted among the items and left out. */
export function surveyRevision(item: XmlElement, revisions: WxrRevisions): void {
  const parent = childText(item, 'post_parent');
  const at = isoInstant(childText(item, 'post_modified_gmt') ?? childText(item, 'post_date_gmt') ?? '', 'UTC');
  if (!parent || !at || /-autosave-/.test(childText(item, 'post_name') ?? '')) return;
  const [title, content, excerpt] = [
    childText(item, 'title') ?? '',
    encoded(item, 'content'),
    encoded(item, 'excerpt'),
  ].map(owned) as [string, string, string];
  const length = title.length + content.length + excerpt.length;
  if (content.trim() === '' || revisions.length + length > mostKept) return;
  revisions.length += length;
  const states = revisions.byPost.get(parent);
  const state = { at, title, content, excerpt };
  if (states) states.push(state);
  else revisions.byPost.set(owned(parent), [state]);
}

/** The states of a post before the one it is in, oldest first, each only when it says something else than the next. */
export function historyOf(
  item: XmlElement,
  { byPost }: WxrRevisions,
  hints: ImportHints,
  read: (revision: WxrRevision) => ArticleDraft,
): ArticleDraft['history'] {
  const states = (byPost.get(childText(item, 'post_id') ?? '') ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const current = { title: childText(item, 'title') ?? '', content: encoded(item, 'content') };
  const isSame = (a: Pick<WxrRevision, 'title' | 'content'>, b: Pick<WxrRevision, 'title' | 'content'>) =>
    a.title === b.title && a.content.trim() === b.content.trim();
  return states
    .filter((state, index) => !isSame(state, states[index + 1] ?? current))
    .map((state) => ({ state, draft: read(state) }))
    .filter(({ draft }) => draft.body.content.length > 0 && draft.headline !== '')
    .map(({ state, draft }) => ({
      at: state.at,
      note: 'import: wxr, an earlier state',
      draft: withinLimits(shieldDraft(draft, hints.known)),
    }));
}
