-- The system of record: the one database that cannot be made again.
CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  site TEXT NOT NULL,
  front TEXT NOT NULL DEFAULT '[]',
  -- What becomes of articles that link to a host nobody has decided about: they are published without the link, held, or
  -- published with it.
  new_hosts TEXT NOT NULL DEFAULT 'withhold' CHECK (new_hosts IN ('withhold', 'hold', 'allow'))
) STRICT;
--> statement-breakpoint
CREATE TABLE topics (
  -- Its place in the register of what is published.
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'author', 'source')),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  bio TEXT,
  UNIQUE (kind, slug),
  UNIQUE (kind, name)
) STRICT;
--> statement-breakpoint
CREATE TABLE articles (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  head_revision INTEGER NOT NULL,
  published_revision INTEGER,
  slug TEXT NOT NULL,
  path TEXT UNIQUE,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX articles_by_slug ON articles (slug);
--> statement-breakpoint
-- A revision is never changed. A stale editor's insert breaks the key, and the whole write with it.
CREATE TABLE revisions (
  article INTEGER NOT NULL REFERENCES articles (number),
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (article, revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- The outbox: what readers are to see, in order.
CREATE TABLE publications (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'site')),
  article INTEGER REFERENCES articles (number),
  revision INTEGER,
  at TEXT NOT NULL,
  CHECK ((kind = 'article') = (article IS NOT NULL AND revision IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX publications_by_article ON publications (article, seq);
--> statement-breakpoint
-- What was signed of each publication that readers saw, and what was true then that its document does not say: with both,
-- a projection from nothing is the same as the first one, whatever happened to the keys since.
CREATE TABLE seals (
  article INTEGER NOT NULL REFERENCES articles (number),
  position INTEGER NOT NULL,
  publication INTEGER NOT NULL REFERENCES publications (seq),
  seal TEXT NOT NULL,
  facts TEXT NOT NULL,
  key TEXT NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Every address an article has had; the current one is in articles.path.
CREATE TABLE former_paths (
  path TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX former_paths_by_article ON former_paths (article);
--> statement-breakpoint
-- What was imported from where, so that importing it again changes nothing.
CREATE TABLE imports (
  origin TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (number),
  digest TEXT NOT NULL,
  format TEXT NOT NULL,
  address TEXT,
  at TEXT NOT NULL,
  -- Which state of the story it was, where its source counts or dates them.
  version INTEGER,
  version_at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX imports_by_digest ON imports (digest);
--> statement-breakpoint
CREATE INDEX imports_by_article ON imports (article);
--> statement-breakpoint
-- Imported articles an editor must look at before readers do, and why: a JSON list of sentences.
CREATE TABLE holds (
  article INTEGER PRIMARY KEY REFERENCES articles (number),
  reasons TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- Hosts that published articles lead to, and what an editor decided about them.
CREATE TABLE hosts (
  host TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('new', 'approved', 'refused')),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Which of them each article leads to, as it was published last, whether the links are shown or not.
CREATE TABLE host_links (
  host TEXT NOT NULL REFERENCES hosts (host),
  article INTEGER NOT NULL REFERENCES articles (number),
  PRIMARY KEY (host, article)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX host_links_by_article ON host_links (article);
--> statement-breakpoint
-- Suspicious text that was taken out of an import. Kept, so that nothing is lost when a rule was wrong.
CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  origin TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (number),
  rule TEXT NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX quarantine_by_origin ON quarantine (origin);
--> statement-breakpoint
CREATE INDEX quarantine_by_article ON quarantine (article);
--> statement-breakpoint
-- What articles say, in 64 bits: those that say nearly the same differ in few of them. Found by the time of publication.
CREATE TABLE fingerprints (
  article INTEGER PRIMARY KEY REFERENCES articles (number),
  at INTEGER NOT NULL,
  high INTEGER NOT NULL,
  low INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX fingerprints_by_time ON fingerprints (at);
--> statement-breakpoint
-- Feeds the newsroom follows.
CREATE TABLE feeds (
  address TEXT PRIMARY KEY,
  section TEXT,
  publish INTEGER NOT NULL CHECK (publish IN (0, 1)),
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT,
  due_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  error TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Masters of pictures: stripped of metadata, in the form renditions are made from.
CREATE TABLE media (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  master BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- How far each service outside was told of publications.
CREATE TABLE push_progress (
  service TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Addresses a service is still to be told of; a row goes when it was.
CREATE TABLE deliveries (
  service TEXT NOT NULL,
  address TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  fault TEXT,
  PRIMARY KEY (service, address)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX deliveries_by_time ON deliveries (service, next_at);
