import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { databaseFile, refusePrograms } from '../client.ts';
import { contentDatabase } from './open.ts';
import { getSite } from './queries/site.ts';

/** What the projector wrote into content.db for page caches. `hard`: never show it again; `soft`: show anew soon. */
export type Invalidation = { seq: number; tag: string; mode: 'hard' | 'soft' };

export type Drained = {
  /** The newest entry that was ever written. */
  head: number;
  entries: Invalidation[];
  /** Entries after `since` are missing (pruned, or another history): nothing cached can be trusted. */
  lost: boolean;
};

/**
 * The outbox of content.db as a page cache reads it, on a read-only connection of its own.
 * `PRAGMA data_version` (2 µs) tells that any other connection, in any process, committed something.
 */
export class InvalidationLog {
  readonly #client: Sqlite.Database;
  readonly #dataVersion: Sqlite.Statement;
  readonly #after: Sqlite.Statement;
  readonly #head: Sqlite.Statement;
  readonly #file: string;
  readonly #identity: string;
  #version = -1;

  /** @throws when the file is missing, is no database or holds no read model */
  constructor(url: string) {
    this.#file = databaseFile(url);
    this.#identity = identityOf(this.#file) ?? '';
    this.#client = new Sqlite(this.#file, { readonly: true, fileMustExist: true, timeout: 1_000 });
    try {
      refusePrograms(this.#client);
      this.#dataVersion = this.#client.prepare('PRAGMA data_version').pluck();
      this.#after = this.#client.prepare('SELECT seq, tag, mode FROM invalidation WHERE seq > ? ORDER BY seq');
      this.#head = this.#client
        .prepare("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'invalidation'), 0)")
        .pluck();
    } catch (error) {
      this.#client.close();
      throw error;
    }
  }

  /** True once after every commit of another connection. @throws when the file is broken */
  changed(): boolean {
    const version = this.#dataVersion.get() as number;
    if (version === this.#version) return false;
    refusePrograms(this.#client);
    this.#version = version;
    return true;
  }

  /** The newest entry ever written, 0 when there is none. @throws when the file is broken */
  head(): number {
    return this.#head.get() as number;
  }

  /** Everything after `since`, read as of one moment. @throws when the file is broken */
  drain(since: number): Drained {
    return this.#client.transaction(() => {
      const head = this.head();
      const entries = this.#after.all(since) as Invalidation[];
      // Sequence numbers have no gaps, so a first entry further on means that some were pruned.
      const lost = head < since || entries.length !== head - since;
      return { head, entries, lost };
    })();
  }

  /** Whether the address names another file now than the one that is open. False while it names none. */
  replaced(): boolean {
    const identity = identityOf(this.#file);
    return identity !== null && identity !== this.#identity;
  }

  close(): void {
    this.#client.close();
  }
}

/** The open file keeps its inode, so another file at the same address has another one. */
function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

/**
 * The site's settings as published, signature checked: the server reads addresses by the editions in it,
 * and asks again after an invalidation of the tag `site`. @throws when the read model is missing, broken or empty
 */
export async function publishedSite(): Promise<unknown> {
  const { site } = await getSite(contentDatabase());
  return site;
}
