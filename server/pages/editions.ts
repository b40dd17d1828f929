import { type Edition, emptySite, siteSchema } from '../../edition/site.ts';
import type { Log } from '../log.ts';

/** The editions of the site: addresses cannot be read without knowing their prefixes. */
export class Editions {
  current: readonly Edition[] = emptySite.editions;
  readonly #readSite: () => Promise<unknown>;
  readonly #log: Log;

  constructor(readSite: () => Promise<unknown>, log: Log) {
    this.#readSite = readSite;
    this.#log = log;
  }

  /** Asks the read model. While it cannot be read, the editions stay as they were. */
  async refresh(): Promise<void> {
    try {
      this.current = siteSchema.parse(await this.#readSite()).editions;
    } catch (error) {
      this.#log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'editions could not be read');
    }
  }
}
