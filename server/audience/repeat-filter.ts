import { randomFillSync } from 'node:crypto';
import { addressMatcher } from '../http/client-address.ts';

const bits = 2 ** 25;
const probes = 4;
/** Reads a filter takes; with more, over 1.5 % of first reads would be taken for repeats. */
const capacity = 3_500_000;
const lifetime = 86_400_000;
const addressSlots = 2 ** 20;
/** Readers of one article and day behind one address; a household has a few, an office or a mobile network many. */
const mostPerAddress = 100;

const sharedByMany = addressMatcher(['loopback', 'private']);

/**
 * Remembers for a day who has read what, and cannot say it: a Bloom filter (4 MB) over hashes of address, browser and
 * article, keyed with a salt that is drawn anew every day and exists in this object only. With salt and filter gone,
 * nothing of a reader is left; nothing of either is ever written down.
 */
export class RepeatFilter {
  readonly #seen = new Uint32Array(bits / 32);
  readonly #readers = new Uint8Array(addressSlots);
  readonly #salt = randomFillSync(new Uint32Array(2));
  #taken = 0;
  #expires = Number.NEGATIVE_INFINITY;
  #high = 0;
  #low = 0;

  /** Starts a new day when the last is over or full. `now` in ms. */
  rotate(now: number): void {
    if (now < this.#expires && this.#taken < capacity) return;
    this.#seen.fill(0);
    this.#readers.fill(0);
    randomFillSync(this.#salt);
    this.#taken = 0;
    this.#expires = now + lifetime;
  }

  /** True the first time this day that the browser at the address reads the article, and not beyond the address's share. */
  isFirst(address: string, agent: string, article: string): boolean {
    const home = withoutHost(address);
    this.#start();
    this.#add(article);
    this.#add(home);
    const slot = this.#finish() % addressSlots;
    this.#add(agent);
    if (!this.#remember()) return false;
    this.#taken += 1;
    const readers = this.#readers[slot] as number;
    if (readers < mostPerAddress) this.#readers[slot] = readers + 1;
    return readers < mostPerAddress || sharedByMany(address);
  }

  /** Sets the bits of the text added so far; true when not all of them were set. */
  #remember(): boolean {
    const first = this.#finish();
    const step = this.#low | 1;
    let isNew = false;
    for (let probe = 0; probe < probes; probe++) {
      const bit = (first + Math.imul(probe, step)) >>> 0;
      const word = (bit >>> 5) % this.#seen.length;
      const mask = 1 << (bit & 31);
      const before = this.#seen[word] as number;
      if ((before & mask) === 0) {
        this.#seen[word] = before | mask;
        isNew = true;
      }
    }
    return isNew;
  }

  #start(): void {
    this.#high = 0xdeadbeef ^ (this.#salt[0] as number);
    this.#low = 0x41c6ce57 ^ (this.#salt[1] as number);
  }

  /** Keyed and quick, not cryptographic (cyrb53): what it makes never leaves this object, so nobody can work on it. */
  #add(text: string): void {
    let high = this.#high;
    let low = this.#low;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
    // A mark no text holds keeps `ab`+`c` from being `a`+`bc`.
    this.#high = Math.imul(high ^ 0x1ffff, 2654435761);
    this.#low = Math.imul(low ^ 0x1ffff, 1597334677);
  }

  #finish(): number {
    const high =
      Math.imul(this.#high ^ (this.#high >>> 16), 2246822507) ^ Math.imul(this.#low ^ (this.#low >>> 13), 3266489909);
    return (high ^ (high >>> 15)) >>> 0;
  }
}

/** A home has one IPv4 address, but 2^64 IPv6 ones: the first four groups name it. */
function withoutHost(address: string): string {
  let end = address.indexOf(':');
  for (let group = 1; group < 4 && end >= 0; group++) end = address.indexOf(':', end + 1);
  return end < 0 ? address : address.slice(0, end);
}
