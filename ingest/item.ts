import { type ArticleDraft, ImportError, type ImportHints, type ImportItem } from '../article/draft.ts';
import { plainText } from '../article/text.ts';
import { withinLimits } from './draft-limits.ts';
import { languageOf } from './language.ts';
import { shieldDraft } from './shield.ts';
import { cutTo } from './wording.ts';

type Named = Omit<ImportItem, 'read'>;

/**
 * Finishes a draft of a structured format: its language, the shield, the limits. Without text or pictures it is reported
 * as no article, with the fields it has; without a headline its first words stand in.
 */
export function itemOf(
  named: Named,
  draft: ArticleDraft,
  claimedLanguage: string | null,
  hints: ImportHints,
): ImportItem {
  const text = plainText(draft.body);
  const headline = draft.headline || firstWords(text);
  const language = languageOf(`${headline}\n${text}`, claimedLanguage);
  const warnings =
    draft.headline || !headline
      ? draft.warnings
      : [...draft.warnings, 'it has no title; its first words stand in for one'];
  const finished = withinLimits(shieldDraft({ ...draft, headline, language, warnings }, hints.known));
  const why = missing(finished);
  const history = finished.history.map((state) => ({ ...state, draft: { ...state.draft, language } }));
  if (!why) return { ...named, read: { draft: { ...finished, history } } };
  return {
    ...named,
    read: { error: new ImportError('no-article', `${named.label} holds no article: ${why}`), draft: finished },
  };
}

function missing(draft: ArticleDraft): string | null {
  const { content } = draft.body;
  if (content.length === 0) return draft.headline ? 'it has a title and no text' : 'it has neither title nor text';
  return draft.headline ? null : 'it has no title and no words';
}

const longestStandIn = 60;

function firstWords(text: string): string {
  const [line = ''] = text.split('\n');
  const [sentence = ''] = line.split(/(?<=[。！？!?])|(?<=\.)\s/);
  return cutTo(sentence.trim(), longestStandIn);
}

/** An item that cannot be read at all. */
export const refusedItem = (named: Named, error: ImportError): ImportItem => ({ ...named, read: { error } });
