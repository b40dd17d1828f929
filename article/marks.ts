import type { Inline, Mark, Text } from './body.ts';

/** The same text without some of its marks; what only they set apart is joined, as a body must have it. */
export function withoutMarks(content: readonly Inline[], isGone: (mark: Mark) => boolean): Inline[] {
  const kept: Inline[] = [];
  for (const node of content) {
    if (node.type !== 'text') {
      kept.push(node);
      continue;
    }
    const marks = node.marks?.filter((mark) => !isGone(mark)) ?? [];
    const last = kept.at(-1);
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += node.text;
    else kept.push({ type: 'text', text: node.text, ...(marks.length > 0 && { marks }) } satisfies Text);
  }
  return kept;
}
