import type { ArticleDraft, Dropped } from '../article/draft.ts';
import { fold } from '../article/fold.ts';
import { frequentCharacters } from './frequent.ts';

/**
 * Damage that scraping and bulk conversion leave behind: a character followed in parentheses by its own reading, `開(kāi)`,
 * or by its twin of the other script, `開(开)`. A newspaper glosses a rare character once, a converter glosses common ones.
 */

const gloss = /(\p{Script=Han})[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}|\p{Script=Han})[)）]/gu;
const toned = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;

/** The draft with the glosses of damaged text taken out, each listed in `dropped`. */
export function repairConversion(draft: ArticleDraft, dropped: Dropped[]): ArticleDraft {
  const isDamage = damageIn(JSON.stringify([draft.headline, draft.standfirst, draft.body]));
  if (!isDamage) return draft;
  const repair = (text: string, where: string) =>
    text.replace(gloss, (whole: string, character: string, reading: string) => {
      if (!isDamage(character, reading)) return whole;
      dropped.push({ text: whole, rule: 'spam.conversion', where });
      return character;
    });
  const walk = <T>(node: T, where: string): T => {
    if (Array.isArray(node)) return node.map((child, index) => walk(child, `${where}[${index}]`)) as T;
    if (node === null || typeof node !== 'object') return node;
    const copy = { ...node } as Record<string, unknown>;
    if (typeof copy.text === 'string' && copy.type === 'text') copy.text = repair(copy.text, where);
    for (const key of ['content', 'attrs'] as const) if (copy[key]) copy[key] = walk(copy[key], `${where}.${key}`);
    if (typeof copy.caption === 'string') copy.caption = repair(copy.caption, where);
    return copy as T;
  };
  return {
    ...draft,
    headline: repair(draft.headline, 'headline'),
    standfirst: draft.standfirst && repair(draft.standfirst, 'standfirst'),
    body: walk(draft.body, 'body'),
  };
}

/** Decides from the whole text: a twin always is damage, readings are when a character everybody can read has one. */
function damageIn(whole: string): ((character: string, reading: string) => boolean) | null {
  const found = [...whole.matchAll(gloss)];
  const hasTwin = found.some(([, character = '', reading = '']) => isTwin(character, reading));
  const needless = found.filter(
    ([gloss, character = '', reading = '']) =>
      gloss.includes('(') && toned.test(reading) && frequentCharacters.has(character),
  );
  if (!hasTwin && needless.length === 0) return null;
  return (character, reading) => isTwin(character, reading) || (needless.length > 0 && toned.test(reading));
}

/** Twins of both scripts, and a character a converter found nothing else for. */
const isTwin = (character: string, other: string) => /\p{Script=Han}/u.test(other) && fold(character) === fold(other);
