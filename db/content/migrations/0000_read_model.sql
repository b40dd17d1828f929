-- The read model. Everything here is made from newsroom.db and can be made again.
CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  record TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE topics (
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  record TEXT NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;
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
  signature BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE article_records (
  number INTEGER PRIMARY KEY,
  record TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
--> statement-breakpoint
-- Every list of the site in one clustered table: `zh:section:news/city`, `zh:tag:tram`, `zh:all`, …
CREATE TABLE listing (
  list TEXT NOT NULL,
  at INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (list, at DESC, number DESC)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE lists (
  list TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- The oldest item of each numbered page, counted from the oldest, so that a page's address keeps its content.
CREATE TABLE page_anchors (
  list TEXT NOT NULL,
  page INTEGER NOT NULL,
  at INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (list, page)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE redirects (
  path TEXT PRIMARY KEY,
  article TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_head USING fts5(text, content='', contentless_delete=1, tokenize='ascii', prefix='1');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_body USING fts5(text, content='', contentless_delete=1, tokenize='ascii', detail=none);
--> statement-breakpoint
CREATE TABLE invalidation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  tag TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('hard', 'soft'))
) STRICT;
--> statement-breakpoint
CREATE TABLE projection (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  applied_seq INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO projection (id, applied_seq) VALUES (1, 0);
