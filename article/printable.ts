// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control and bidi characters is the point
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/;

/**
 * What keeps a text from being shown as it stands, in words for whoever wrote it; null when nothing does. Bidi controls
 * make a text read otherwise than it is stored, the others are no characters people write.
 */
export function unshowable(text: string): string | null {
  if (unprintable.test(text)) return 'holds a control or bidi character';
  return text.isWellFormed() ? null : 'holds half a character';
}
