import { configs } from 'opencc-js/preset';
import type { Language } from '../../article/record.ts';
import { packed } from './lexicon.ts';

/** Characters that one Chinese script has and the other has not. 里, 后 and 着 belong to both. */
let only: { 'zh-Hans': ReadonlySet<string>; 'zh-Hant': ReadonlySet<string> } | undefined;

/**
 * The characters of a text that its script does not have, as often as they stand in it: 发 in Traditional text, 發 in
 * Simplified. What both scripts write passes; text in other languages has none.
 */
export function wrongCharacters(text: string, language: Language): string[] {
  if (language === 'en') return [];
  only ??= readOnly();
  const foreign = only[language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'];
  return [...text].filter((character) => foreign.has(character));
}

/** The script a text is written in, by the characters only one has; null when it has none of them, or of both alike. */
export function scriptOf(text: string): 'zh-Hans' | 'zh-Hant' | null {
  const simplified = wrongCharacters(text, 'zh-Hant').length;
  const traditional = wrongCharacters(text, 'zh-Hans').length;
  if (simplified === traditional) return null;
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}

/** OpenCC's phrases are written in both scripts, and so name every character that either has. */
function readOnly() {
  const simplified = new Set<string>();
  const traditional = new Set<string>();
  const learn = (key: string, from: Set<string>, value: string, to: Set<string>) => {
    for (const character of key) from.add(character);
    for (const character of value) to.add(character);
  };
  for (const [key, value] of entriesOf('s2t')) learn(key, simplified, value, traditional);
  for (const [key, value] of entriesOf('t2s')) learn(key, traditional, value, simplified);
  // Of the regions' forms the characters alone: their phrases are names, written in characters of both scripts.
  for (const [key, value] of [...entriesOf('t2tw'), ...entriesOf('t2hk')])
    if (key.length === 1) learn(key, traditional, value, traditional);
  return {
    'zh-Hans': new Set([...simplified].filter((character) => !traditional.has(character))),
    'zh-Hant': new Set([...traditional].filter((character) => !simplified.has(character))),
  };
}

function* entriesOf(conversion: string): Generator<[string, string]> {
  for (const dictionary of configs[conversion]?.conversionChain[0] ?? []) yield* packed(dictionary as string);
}
