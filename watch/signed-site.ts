import { setTimeout as wait } from 'node:timers/promises';
import { canonicalJson } from '../article/canonical.ts';
import { followsFrom, type KeyList, mayHaveSigned, parseKeyList, publicKeyOf } from '../article/key-list.ts';
import {
  leafOfDocument,
  type RecordDocument,
  type RegisterDocument,
  recordDocumentSchema,
  recordFault,
  registerDocumentSchema,
  registerFault,
} from '../article/proof.ts';
import { isSealSigned } from '../article/seal.ts';
import { isSigned } from '../article/signature.ts';
import { keysPath, registerPath } from '../edition/data-paths.ts';
import type { Route } from '../edition/paths.ts';
import { type Site, siteSchema } from '../edition/site.ts';
import { fetchAs } from './fetching.ts';
import { finding } from './finding.ts';
import { Places } from './places.ts';
import { type SignedTopic, Topics } from './topics.ts';
import { json, parsed, Unproven } from './unproven.ts';
import { browser } from './visitors.ts';

const bytes = (signature: string) => Buffer.from(signature, 'base64url');
const maxRecords = 20_000;
/** Caches may lag behind a publication by half a second; what does not fit is looked at again after this long, in ms. */
const settleTime = 800;

/** What the newsroom signed of a site, fetched from its public address as needed and believed by its key. */
export class SignedSite {
  readonly base: string;
  /** The newsroom's key as it is known; without one, the first key the site names is believed from then on. */
  #trusted: string | null;
  #keys: KeyList | null = null;
  #register: RegisterDocument | null = null;
  #site: Site | null = null;
  readonly #places: Places;
  readonly #topics: Topics;
  readonly #records = new Map<string, RecordDocument>();

  constructor(base: string, trustedKey: string | null) {
    this.base = base;
    this.#trusted = trustedKey;
    this.#places = new Places((path) => this.#fetch(path));
    this.#topics = new Topics((path) => this.#fetch(path));
  }

  get site(): Site {
    return this.#site ?? unread();
  }

  get keys(): KeyList {
    return this.#keys ?? unread();
  }

  get register(): RegisterDocument {
    return this.#register ?? unread();
  }

  /** Looks at keys and register as they are now. @throws Unproven, NoAnswer */
  async refresh(): Promise<void> {
    this.#keys = await this.#readKeys();
    const url = this.base + registerPath;
    const document = parsed(registerDocumentSchema.safeParse(await this.#json(registerPath)), url);
    const refuse = (rule: string, expected: string, found: string) => {
      throw new Unproven(finding(url, rule, expected, found));
    };
    const fault = registerFault(document);
    if (fault) refuse('register.content', 'a register that holds together', fault);
    const key = this.#keys.keys.find(({ id }) => id === document.key);
    const text = canonicalJson(document.register);
    if (!key || key.status === 'revoked' || !isSigned('register', text, bytes(document.signature), publicKeyOf(key)))
      refuse('register.signature', 'the newsroom’s signature', `another one, by key ${document.key}`);
    const before = this.#register?.register.sequence ?? 0;
    if (document.register.sequence < before)
      refuse('register.sequence', `at least ${before}`, `${document.register.sequence}: an old state of the site`);
    this.#register = document;
    this.#site = siteSchema.parse(document.site.site);
  }

  /**
   * The record of the article at an address of the site (`/en/news/…`), as the register has it now; null when there is none.
   * @throws Unproven, NoAnswer
   */
  async record(address: string): Promise<RecordDocument | null> {
    for (let attempt = 1; ; attempt++) {
      const known = this.#records.get(address) ?? (await this.#readRecord(address));
      if (!known) return null;
      const fault = await this.#placeFault(known);
      if (!fault) {
        if (this.#records.size >= maxRecords) this.#records.clear();
        this.#records.set(address, known);
        return known;
      }
      this.#records.delete(address);
      if (attempt === 3)
        throw new Unproven(
          finding(`${this.base}${address}.json`, 'record.place', 'the record that is published now', fault),
        );
      if (attempt > 1) await wait(settleTime);
      await this.refresh();
    }
  }

  /**
   * The topic a page is about; on the about page everybody who works for the paper, and any of them where a search page
   * suggests what to look for. @throws Unproven, NoAnswer
   */
  async topicsOf(route: Route | null): Promise<SignedTopic[]> {
    if (route?.page === 'search') return this.topics();
    if (route?.page === 'about') return (await this.topics()).filter(({ role }) => role !== null);
    if (route?.page !== 'tag' && route?.page !== 'author' && route?.page !== 'source') return [];
    return (await this.topics()).filter(({ kind, slug }) => kind === route.page && slug === route.slug);
  }

  /** Every tag, author and source. @throws Unproven, NoAnswer */
  topics(): Promise<SignedTopic[]> {
    return this.#settled(() => this.#topics.all(this.register));
  }

  /** Canonical paths of everything that is listed now. @throws Unproven, NoAnswer */
  listedPaths(): Promise<Set<string>> {
    return this.#settled(() => this.#places.listedPaths(this.register));
  }

  /** A publication may come between two looks; then the register is read again and so is the rest. */
  async #settled<T>(look: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await look();
      } catch (error) {
        if (!(error instanceof Unproven) || attempt === 3) throw error;
        await wait(settleTime);
        await this.refresh();
      }
    }
  }

  async #placeFault(document: RecordDocument): Promise<string | null> {
    try {
      const leaf = await this.#places.leaf(this.register, document.place.number);
      return leaf === leafOfDocument(document) ? null : 'another one has its place in the register';
    } catch (error) {
      if (error instanceof Unproven) return error.message;
      throw error;
    }
  }

  async #readRecord(address: string): Promise<RecordDocument | null> {
    const url = `${this.base}${address}.json`;
    const { status, body } = await this.#fetch(`${address}.json`);
    if (status === 404) return null;
    const refuse = (rule: string, expected: string, found: string) => {
      throw new Unproven(finding(url, rule, expected, found));
    };
    if (status !== 200) refuse('record.status', '200', String(status));
    const document = parsed(recordDocumentSchema.safeParse(json(body, url)), url);
    const fault = recordFault(document);
    if (fault) refuse('record.content', 'a record that holds together', fault);
    const { seal, key } = document;
    const listed = this.keys.keys.find(({ id }) => id === key);
    if (!mayHaveSigned(listed, seal.issuedAt)) refuse('record.key', 'a key of the newsroom', `key ${key}`);
    else if (!isSealSigned({ seal, key, signature: bytes(document.signature) }, publicKeyOf(listed)))
      refuse('record.signature', 'the newsroom’s signature', `another one, by key ${key}`);
    return document;
  }

  async #readKeys(): Promise<KeyList> {
    const url = this.base + keysPath;
    const refuse = (rule: string, expected: string, found: string): never => {
      throw new Unproven(finding(url, rule, expected, found));
    };
    const { body, status } = await this.#fetch(keysPath);
    if (status !== 200) refuse('keys.status', '200', String(status));
    let list: KeyList;
    try {
      list = parseKeyList(body, url);
    } catch (error) {
      return refuse('keys.content', 'the signed list of the newsroom’s keys', (error as Error).message);
    }
    if (list.site !== new URL(this.base).origin)
      refuse('keys.site', new URL(this.base).origin, `${list.site}: this is a copy of that site`);
    this.#trusted ??= list.signedBy;
    if (!followsFrom(list, this.#trusted, list.signedBy))
      refuse('keys.key', `key ${this.#trusted} or one it leads to`, `key ${list.signedBy}`);
    return list;
  }

  async #json(path: string): Promise<unknown> {
    const { status, body } = await this.#fetch(path);
    const url = this.base + path;
    if (status !== 200) throw new Unproven(finding(url, 'document.status', '200', String(status)));
    return json(body, url);
  }

  #fetch(path: string) {
    return fetchAs(browser, this.base + path);
  }
}

const unread = (): never => {
  throw new Error('the signed site was not read yet');
};
