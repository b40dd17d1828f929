// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control and bidi characters is the point
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/;

/**
 * What keeps a text from being shown as it stands, in words for whoever wrote it; null when nothing does. Bidi controls
 * make a text read otherwise than it is stored, the others are no characters people write.
 */
export const unshowable = (text: string): string | null => faultOf(text, unprintable);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the same but for line break and tab
const unprintableInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/;

/** The same for running text, where a line break is white space like any other. */
export const unshowableInText = (text: string): string | null => faultOf(text, unprintableInText);

function faultOf(text: string, refused: RegExp): string | null {
  if (refused.test(text)) return 'holds a control or bidi character';
  return text.isWellFormed() ? null : 'holds half a character';
}
