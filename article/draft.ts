import type { Body } from './body.ts';
import type { Correction, Language, layouts, Picture } from './record.ts';

/** A piece of the outside document that was left out, and the rule that says why. */
export type Dropped = {
  text: string;
  /** `spam.…` for injected matter, `boilerplate.…` for page furniture. */
  rule: `spam.${string}` | `boilerplate.${string}`;
  /** Where it stood: a CSS-like path, a line number or a field name. */
  where: string;
};

export type Version = { number: number | null; at: string | null };

/** Whether one state of a story comes before another, by number where both have one, else by time; false when nothing says so. */
export function isBefore(one: Version, other: Version): boolean {
  if (one.number !== null && other.number !== null && one.number !== other.number) return one.number < other.number;
  return one.at !== null && other.at !== null && one.at < other.at;
}

/** What an importer read from one outside document. Names and sections are still words; the newsroom gives them slugs. */
export type ArticleDraft = {
  headline: string;
  kicker: string | null;
  standfirst: string | null;
  language: Language;
  layout: (typeof layouts)[number];
  /**
   * Section as the document names it: a path (`news/city`) or breadcrumb words, topmost first. One it declares as its
   * own filing is made when the site has none; words read off a page only find one that exists.
   */
  section: { path: string | null; breadcrumb: string[]; isDeclared: boolean };
  authors: string[];
  source: { name: string; url: string | null } | null;
  /** UTC to the second; null when the document does not say. */
  publishedAt: string | null;
  updatedAt: string | null;
  slug: string | null;
  tags: string[];
  lead: Picture | null;
  body: Body;
  /** Slugs of articles to pin into the recommended block. */
  related: string[];
  /** Slugs of articles in other languages that say the same. */
  translations?: string[];
  corrections: Correction[];
  withdrawn: { at: string; reason: string } | null;
  /** Address the document itself claims (canonical link, og:url), kept as provenance. */
  address: string | null;
  /** Not for readers yet where it comes from: a draft, a private or pending post. Kept; the import never publishes it. */
  isDraft: boolean;
  /** Paths it had elsewhere, which are to lead to it: decoded, lower case, without a trailing slash. */
  formerPaths: string[];
  /** Which state of it this is, where its source counts or dates them: an older one never takes a newer one's place. */
  version?: Version | null;
  /** Earlier states of the article, oldest first. */
  history: { at: string; note: string; draft: ArticleDraft }[];
  /** Why an editor must look at it before readers do, one sentence each. Nothing of it is published until then. */
  held: string[];
  dropped: Dropped[];
  warnings: string[];
};

/** One part of an outside document that may hold many: a post, a feed entry, a news item, the page a file is. */
export type ImportItem = {
  /** How a report names it beside the file; `""` when the file is the article. */
  label: string;
  /** What it is called for good where it comes from, the same in every later export; null when only the file has a name. */
  guid: string | null;
  /** What the format calls it: `post`, `page`, `attachment`, `entry`, `picture` … */
  kind: string;
  /** Hash of what it was read from; null when it is the whole file. */
  digest?: string;
  /** The article; or why it is none, with what could be read all the same; or nothing, when the newsroom has it already. */
  read: { draft: ArticleDraft } | { error: ImportError; draft?: ArticleDraft } | { isKnown: true };
};

/** What a document says about itself beside its items: versions, counts, names. Printed, never stored. */
export type DocumentFacts = { facts: Record<string, unknown> };

/** What the import command knows beside the bytes. */
export type ImportHints = {
  /** File name or address, for messages and for telling formats apart. */
  name: string;
  /** The moment relative times count from, and the site's time zone for times without one. */
  now: Date;
  timeZone: string;
  /** Character set a transport claimed, if any; the bytes are believed before it. */
  charset?: string;
  /** Words the newsroom's own articles are made of, as `ingest/shield-measure.ts` counts them: what it writes about is not foreign. */
  known?: ReadonlySet<string>;
  /** Another file of the same folder or archive, by its path beside the document; null when there is none. */
  beside?: (path: string) => Promise<Uint8Array | null>;
  /** Whether the newsroom has this very state of an item already: it need not be read again then. */
  isKnown?: (guid: string, digest: string) => Promise<boolean>;
};

/** The document holds no article, or breaks the format. The message says what, where, and what to do. */
export class ImportError extends Error {
  override name = 'ImportError';
  readonly code: 'no-article' | 'malformed' | 'unsupported' | 'too-large';

  constructor(code: ImportError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Every format in `ingest/` is one such function of its decoded text or its stream. @throws ImportError for the document as a whole */
export type Importer<Source = string> = (
  source: Source,
  hints: ImportHints,
) => Iterable<ImportItem | DocumentFacts> | AsyncIterable<ImportItem | DocumentFacts>;
