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

/** What an importer read from one outside document. Names and sections are still words; the newsroom gives them slugs. */
export type ArticleDraft = {
  headline: string;
  kicker: string | null;
  standfirst: string | null;
  language: Language;
  layout: (typeof layouts)[number];
  /** Section as the document names it: a path (`news/city`) or breadcrumb words. The import command decides. */
  section: { path: string | null; breadcrumb: string[] };
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
  corrections: Correction[];
  withdrawn: { at: string; reason: string } | null;
  /** Address the document itself claims (canonical link, og:url), kept as provenance. */
  address: string | null;
  dropped: Dropped[];
  warnings: string[];
};

/** What the import command knows beside the bytes. */
export type ImportHints = {
  /** File name or address, for messages and for telling formats apart. */
  name: string;
  /** The moment relative times count from, and the site's time zone for times without one. */
  now: Date;
  timeZone: string;
  /** Character set a transport claimed, if any; the bytes are believed before it. */
  charset?: string;
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

/** Every format in `ingest/` is one such function. @throws ImportError */
export type Importer = (bytes: Uint8Array, hints: ImportHints) => ArticleDraft[];
