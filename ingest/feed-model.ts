/** A feed of any kind as one shape: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed. Nothing is interpreted yet but addresses. */

export type FeedText = {
  /** Plain words, or HTML when the type says so. */
  value: string;
  type: 'text/plain' | 'text/html';
  /** Address that relative ones in it count from. */
  base: string | null;
};

export type FeedPerson = { name: string | null; email: string | null; url: string | null };
export type FeedLink = {
  href: string;
  rel: string;
  type: string | null;
  title: string | null;
  hreflang: string | null;
  length: string | null;
};
export type FeedTag = { term: string; scheme: string | null; label: string | null };
export type FeedPicture = { src: string; caption: string; credit: string };

/** What feeds, entries and the feed an entry was taken from have in common. Dates as written. */
export type FeedHead = {
  title: FeedText | null;
  /** Subtitle, tagline or description of a feed. */
  subtitle: FeedText | null;
  id: string | null;
  /** Where a person reads it. */
  link: string | null;
  links: FeedLink[];
  authors: FeedPerson[];
  contributors: FeedPerson[];
  publisher: FeedPerson | null;
  rights: FeedText | null;
  tags: FeedTag[];
  published: string | null;
  updated: string | null;
  created: string | null;
  language: string | null;
  generator: { name: string; url: string | null; version: string | null } | null;
};

export type FeedEntry = FeedHead & {
  summary: FeedText | null;
  content: FeedText[];
  enclosures: { href: string; type: string | null; length: string | null }[];
  pictures: FeedPicture[];
  /** Feed or medium it was taken from. */
  source: (Partial<FeedHead> & { title: FeedText | null; link: string | null }) | null;
  expired: string | null;
  /** Whether its id is an address people can open. */
  isIdLink: boolean;
  line: number;
};

export type Feed = FeedHead & {
  /** `rss20`, `atom10`, `json11` …; `""` when it does not say. */
  version: string;
  icon: string | null;
  image: string | null;
  info: FeedText | null;
  /** Minutes it asks to be left alone for. */
  ttl: number | null;
  entries: FeedEntry[];
};
