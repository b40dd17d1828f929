/** What stands in a Chinese text and is not Chinese prose: it reads the same in every script. */

/** Addresses up to the first character no address ends in, and what is set as code. */
const addresses =
  /https?:\/\/[^\s<>"'“”‘’「」『』（）()《》【】，。、；：！？]+|www\.[^\s<>"'“”‘’「」『』（）()《》【】，。、；：！？]+|`[^`\n]+`/gi;
/** Kana with the Chinese characters around them: Japanese. */
const japanese =
  /[\u3400-\u9fff々〆ヶー]*[\u3041-\u3096\u30a1-\u30fa][\u3400-\u9fff\u3041-\u3096\u30a1-\u30fa々〆ヶー]*/g;
const kana = /[\u3041-\u3096\u30a1-\u30fa]/g;

export type Span = { from: number; to: number };

/** Foreign names written with a dot: 里 in 杰弗里·乔叟 is a sound, not an inside. */
const dottedName = /\p{Script=Han}{1,6}(?:[·•‧]\p{Script=Han}{1,6})+/gu;
const sounds = /(?<![城村家心手夜眼嘴屋院店厂校山海河水天房园区县镇乡国这那哪])里|范/g;

/** Spans no conversion touches. */
export function keptSpans(text: string, isToTraditional: boolean): Span[] {
  const spans: Span[] = [];
  if (isToTraditional && /[·•‧]/.test(text))
    for (const name of spansOf(text, dottedName))
      for (const sound of spansOf(text.slice(name.from, name.to), sounds))
        spans.push({ from: name.from + sound.from, to: name.from + sound.to });
  if (/https?:|www\.|`/i.test(text)) spans.push(...spansOf(text, addresses));
  if (/[\u3041-\u3096\u30a1-\u30fa]/.test(text))
    spans.push(...spansOf(text, japanese).filter((span) => isJapanese(text, span)));
  return spans;
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), (match) => ({ from: match.index, to: match.index + match[0].length }));

/** A single の in a Chinese sentence is decoration; three kana and a quarter of the run are a language. */
function isJapanese(text: string, { from, to }: Span): boolean {
  const count = text.slice(from, to).match(kana)?.length ?? 0;
  return count >= 3 && count * 4 >= to - from;
}

/** All spans in order, those of earlier lists winning over whatever they touch. */
export function apart(...lists: readonly (readonly Span[])[]): Span[] {
  const taken: Span[] = [];
  for (const span of lists.flat())
    if (span.to > span.from && taken.every(({ from, to }) => span.to <= from || span.from >= to)) taken.push(span);
  return taken.sort((a, b) => a.from - b.from);
}
