/** Namespaces of feeds, each under one short name, however a document spells or forgets to declare them. */

const short: [RegExp, string][] = [
  [
    /^$|^rss$|backend\.userland\.com|blogs\.law\.harvard\.edu|purl\.org\/rss\/1\.0\/?$|purl\.org\/net\/rss|netscape\.com\/(?:rdf|publish)|channel\.netscape/i,
    '',
  ],
  [/^atom$|purl\.org\/atom|w3\.org\/2005\/Atom/i, ''],
  [/^dc$|purl\.org\/dc\/elements/i, 'dc'],
  [/^dcterms$|purl\.org\/dc\/terms/i, 'dcterms'],
  [/^content$|purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/^media$|search\.yahoo\.com\/mrss/i, 'media'],
  [/^(?:xhtml|body)$|w3\.org\/1999\/xhtml/i, 'xhtml'],
  [/^itunes$|itunes\.com\/dtds/i, 'itunes'],
  [/^rdf$|w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf'],
  [/^feedburner$|feedburner\.org/i, 'feedburner'],
];

const known = new Map<string, string>();

/** The short name of a namespace; `""` for RSS and Atom themselves, `?` for one that is none of feeds'. */
export function vocabulary(uri: string): string {
  const found = known.get(uri);
  if (found !== undefined) return found;
  const name = short.find(([pattern]) => pattern.test(uri))?.[1] ?? '?';
  if (known.size < 500) known.set(uri, name);
  return name;
}

export const isCore = (uri: string): boolean => vocabulary(uri) === '';
