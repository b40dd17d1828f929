-- Counted reads. Losing this file harms nothing else. No person, address or cookie is in it.
CREATE TABLE reads (
  -- A read counts in every list its article stands in: `zh:all`, `zh:section:news`, `zh:section:news/city`.
  list TEXT NOT NULL,
  article TEXT NOT NULL,
  total INTEGER NOT NULL,
  -- Forward decay: log2 of the reads, each weighed by 2^(time / half-life). The order never changes with time alone,
  -- so a ranking is an index and not a sum.
  hour REAL NOT NULL,
  day REAL NOT NULL,
  week REAL NOT NULL,
  -- Reads of the last hour over the square root of the day's: how far a jump stands out of chance.
  rising REAL GENERATED ALWAYS AS (hour - day / 2) VIRTUAL,
  PRIMARY KEY (list, article)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX reads_by_hour ON reads (list, hour DESC);
--> statement-breakpoint
CREATE INDEX reads_by_day ON reads (list, day DESC);
--> statement-breakpoint
CREATE INDEX reads_by_week ON reads (list, week DESC);
--> statement-breakpoint
CREATE INDEX reads_by_rising ON reads (list, rising DESC);
--> statement-breakpoint
-- Other sites that this one was asked in the name of (server/audience/foreign-site.ts): copies show up here. Nobody's address is kept.
CREATE TABLE sightings (
  host TEXT NOT NULL,
  -- picture: their page shows a picture of ours; host: a request came in under their name.
  signal TEXT NOT NULL CHECK (signal IN ('picture', 'host')),
  count INTEGER NOT NULL,
  -- Seconds.
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (host, signal)
) STRICT, WITHOUT ROWID;
