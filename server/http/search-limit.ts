import type { IncomingMessage } from 'node:http';
import type { ClientAddress } from './client-address.ts';

/** Searches a client may ask for at once, and how many more a second. Those at hand in the page cache are not counted. */
const readers = { burst: 60, perSecond: 2 };
/** Behind a proxy nobody told us of, every reader comes from this machine. */
const thisMachine = { burst: 3_000, perSecond: 300 };
const mostClients = 20_000;

type Bucket = { tokens: number; at: number };

/**
 * Keeps one client from having the whole archive searched for it: every search is a page that nobody has made before.
 * A token bucket for each address, or each network of an IPv6 customer (/64); kept in memory, forgotten when full.
 */
export class SearchLimit {
  readonly #addressOf: ClientAddress;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(addressOf: ClientAddress, now: () => number = Date.now) {
    this.#addressOf = addressOf;
    this.#now = now;
  }

  /** Seconds the client has to wait; 0 when its search may be made now. */
  wait(request: IncomingMessage): number {
    const address = this.#addressOf(request);
    const { burst, perSecond } = isThisMachine(address) ? thisMachine : readers;
    const client = networkOf(address);
    const now = this.#now();
    const known = this.#buckets.get(client) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond);
    this.#buckets.delete(client);
    if (this.#buckets.size >= mostClients) this.#forgetOldest();
    this.#buckets.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond);
  }

  /** Clients stand in the order of their last search. */
  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}

const isThisMachine = (address: string) => address === '::1' || address.startsWith('127.');

/** An IPv6 address without the half that its customer chooses; an IPv4 address whole. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::', 2) as [string, string | undefined];
  const groups = head === '' ? [] : head.split(':');
  const rest = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':');
}
