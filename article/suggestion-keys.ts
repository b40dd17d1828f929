/** A topic's slug is its name as it is read, hyphens between syllables or words: whole and by its initials it is suggested. */
export function suggestionKeys(slug: string): string[] {
  const words = slug.split('-');
  return [...new Set([words.join(''), words.map((word) => word.charAt(0)).join('')])];
}

/** What a query asks of these keys: they begin with it. Null for one that is not typed in Latin letters. */
export function askedKey(query: string): string | null {
  const key = query.toLowerCase().replaceAll(/[\s'’·-]+/g, '');
  return /^[a-z]{2,40}$/.test(key) ? key : null;
}
