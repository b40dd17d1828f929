-- The read model. Everything here is made from newsroom.db and can be made again.
-- Counts up whenever the same tables come to hold something else than before: read models of an earlier number are made anew.
PRAGMA user_version = 2;
--> statement-breakpoint
-- What the newsroom published last, and its signature over everything below: see article/register.ts.
CREATE TABLE register (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Number of the last publication applied.
  sequence INTEGER NOT NULL,
  -- Hash of the site's record, and those of all volumes of places, 32 bytes each.
  site BLOB NOT NULL,
  articles BLOB NOT NULL,
  topics BLOB NOT NULL,
  shelves BLOB NOT NULL,
  key TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE register_nodes (
  -- Family, level and number in one (register.ts).
  id INTEGER PRIMARY KEY,
  -- 32 bytes for each place below; zeros where there is nothing. Shelves: shelves.ts.
  entries BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  record TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE topics (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (kind, slug)
) STRICT;
--> statement-breakpoint
-- Narrow on purpose: lists read cards, only the article's own page reads its record.
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL UNIQUE,
  published_at INTEGER NOT NULL,
  -- 0 for a withdrawn article: its page answers 410, no list or recommendation shows it.
  listed INTEGER NOT NULL,
  card TEXT NOT NULL,
  -- Hash of the record's seal.
  seal BLOB NOT NULL,
  -- Where its address stands (addresses.ts).
  shelf INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
-- With the path: a shelf is read whole, and is not to be looked up row by row.
CREATE INDEX articles_shelf ON articles (shelf, path);
--> statement-breakpoint
-- The record is packed (packing.ts).
CREATE TABLE article_records (
  number INTEGER PRIMARY KEY,
  record BLOB NOT NULL,
  -- The signature of its seal, and the key that made it.
  key TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
--> statement-breakpoint
-- Seals of earlier revisions, counted from 1: the history anybody can check.
CREATE TABLE former_seals (
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  seal TEXT NOT NULL,
  key TEXT NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (number, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Every list there is by name, `zh:section:news/city`, `zh:tag:tram`, `zh:all`, …, and how many articles it holds.
CREATE TABLE lists (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  count INTEGER NOT NULL,
  -- Hashes of its upper marks, and of the places behind the last one (list-tree.ts).
  marks BLOB NOT NULL,
  tail BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE listing (
  list INTEGER NOT NULL,
  at INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (list, at DESC, number DESC)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Marks along a list, by which the article at any rank is found without counting to it (list-places.ts).
CREATE TABLE list_marks (
  list INTEGER NOT NULL,
  level INTEGER NOT NULL,
  at INTEGER NOT NULL,
  number INTEGER NOT NULL,
  -- Articles of the list from the mark before (that one included) to this one.
  before INTEGER NOT NULL,
  -- Hash of what stands there.
  digest BLOB NOT NULL,
  PRIMARY KEY (list, level, at, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Sitemap files that hold something: articles by the number the newsroom gave them, five hundred to a file.
CREATE TABLE sitemap_files (
  file INTEGER PRIMARY KEY,
  -- When a publication last changed one of its articles.
  changed_at INTEGER NOT NULL,
  -- Latest time of publication among its articles: it may be still to come.
  latest_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE redirects (
  path TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  shelf INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX redirects_shelf ON redirects (shelf);
--> statement-breakpoint
-- The search index: terms are made in article/search-terms.ts, so all that is asked of the tokenizer is to split at
-- spaces. No positions are kept: pairs of characters stand in for them, and what is shown is checked against its text.
-- What a search ranks by stands beside the place, folded: cards and records are read of what is shown only.
CREATE TABLE search_places (
  place INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  -- Language group, `zh` or `en`.
  language TEXT NOT NULL,
  headline TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  -- How the headline's Han characters are read (article/readings.ts).
  reading TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_head USING fts5(terms, content='', contentless_delete=1, tokenize='ascii', detail=none);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_text USING fts5(terms, content='', contentless_delete=1, tokenize='ascii', detail=none);
--> statement-breakpoint
-- Memory the index may gather changes in, used during a large transaction only.
INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 16777216);
--> statement-breakpoint
INSERT INTO search_head (search_head, rank) VALUES ('hashsize', 16777216);
--> statement-breakpoint
-- Every term of a query is looked up here, in each part the index is in: few parts, for a little more writing.
INSERT INTO search_head (search_head, rank) VALUES ('automerge', 2);
--> statement-breakpoint
-- What each listed article is about (keyword-vector.ts), beside all that ranking it among others needs.
CREATE TABLE article_keywords (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  section TEXT NOT NULL,
  terms BLOB NOT NULL
) STRICT;
--> statement-breakpoint
-- Articles a term is said most of in, by blocks of their numbers, but for the newest (keyword-postings.ts).
CREATE TABLE keyword_postings (
  term INTEGER NOT NULL,
  block INTEGER NOT NULL,
  numbers BLOB NOT NULL,
  PRIMARY KEY (term, block)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- How common terms are (term-sample.ts).
CREATE TABLE keyword_sample (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  documents INTEGER NOT NULL,
  counts BLOB NOT NULL
) STRICT;
--> statement-breakpoint
-- Topics by how their names are read: `gonghui` and `gh` for 工会, from their slugs.
CREATE TABLE suggestions (
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (key, kind, slug)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE invalidation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  tag TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('hard', 'soft'))
) STRICT;
