-- Counted reads. Losing this file harms nothing else.
CREATE TABLE reads (
  article TEXT PRIMARY KEY,
  total INTEGER NOT NULL,
  -- Forward decay: log2 of the reads, each weighed by 2^(time / half-life). The order never changes with time alone,
  -- so the ranking is an index and not a sum.
  day REAL NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX reads_by_day ON reads (day DESC, article);
