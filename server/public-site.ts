import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { matchPath, mediaPath, themePath } from '../edition/paths.ts';
import type { Edition } from '../edition/site.ts';
import type { ReadCounter } from './audience/read-counter.ts';
import type { CardPictures } from './cards/card-pictures.ts';
import { readTarget } from './http/address.ts';
import { answer, closeIfBodied } from './http/answer.ts';
import type { FlatHeaders, SecurityHeaders } from './http/headers.ts';
import { answerMedia } from './http/media.ts';
import { type Responder, redirect, respond, respondAtOnce } from './http/respond.ts';
import type { SearchLimit } from './http/search-limit.ts';
import { type SmallAnswers, smallHeaders } from './http/small-answers.ts';
import { answerTheme, chosenTheme } from './http/theme.ts';
import type { Log } from './log.ts';
import type { Editions } from './pages/editions.ts';
import { type ErrorPage, makeErrorPage } from './pages/error-page.ts';
import type { Freshness } from './pages/freshness.ts';
import { type Pages, PageUnavailable } from './pages/pages.ts';

export type PublicSiteOptions = {
  pages: Pages;
  freshness: Freshness;
  editions: Editions;
  security: SecurityHeaders;
  responder: Responder;
  small: SmallAnswers;
  reads: ReadCounter;
  searchLimit: SearchLimit;
  cards: CardPictures;
  publicUrl: string;
  dataDir: string;
  log: Log;
};

/** What a request came to, for the log. */
type CacheState = 'hit' | 'miss' | 'stale' | 'none';

/** Everything the public listener answers. Nothing of a request but its path and a search's words reaches a renderer. */
export function publicSite(options: PublicSiteOptions): RequestListener {
  const site = new PublicSite(options);
  return (request, response) => site.handle(request, response);
}

class PublicSite {
  readonly #options: PublicSiteOptions;
  readonly #plain: FlatHeaders;
  readonly #logsRequests: boolean;

  constructor(options: PublicSiteOptions) {
    this.#options = options;
    this.#plain = options.security.plain;
    this.#logsRequests = options.log.isLevelEnabled('debug');
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    if (this.#logsRequests) this.#logWhenDone(request, response);
    if (this.#answerHit(request, response)) return;
    this.#answer(request, response).catch((error: unknown) => this.#fail(request, response, error));
  }

  /** A page that is at hand under exactly this target, for a reader without a theme: nothing is parsed. */
  #answerHit(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    this.#options.freshness.checkOncePerTurn();
    const entry = this.#options.pages.fresh(request.url as string);
    if (!entry?.document || request.headers.cookie !== undefined) return false;
    if (this.#logsRequests) cacheStates.set(response, 'hit');
    closeIfBodied(request, response);
    if (!respondAtOnce(request, response, entry.document)) return false;
    this.#options.reads.note(request, entry);
    return true;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url as string;
    const path = target.split('?', 1)[0] as string;
    if (request.method === 'POST' && path === themePath) return this.#answerTheme(request, response);
    closeIfBodied(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return this.#refuse(request, response, 405, ['Allow', path === themePath ? 'POST' : 'GET, HEAD']);
    }
    if (path === themePath) return this.#refuse(request, response, 405, ['Allow', 'POST']);
    if (path === '/healthz') return this.#answerHealth(request, response);
    const small = this.#options.small.get(path);
    if (small) return answer(request, response, 200, smallHeaders(small, this.#plain), small.body);
    await this.#answerTarget(request, response, target);
  }

  async #answerTarget(request: IncomingMessage, response: ServerResponse, rawTarget: string): Promise<void> {
    const target = readTarget(this.#options.editions.current, rawTarget);
    if (target.kind === 'bad') return this.#refuse(request, response, target.status);
    if (target.kind === 'file') return this.#answerFile(request, response, target.path);
    if (target.address.isSearch && !this.#options.pages.fresh(target.address.key)) {
      const wait = this.#options.searchLimit.wait(request);
      if (wait > 0) return this.#refuse(request, response, 429, ['Retry-After', String(wait)]);
    }
    const { entry, state } = await this.#options.pages.get(target.address);
    cacheStates.set(response, state);
    // Another spelling moves to the canonical one, but only for a page that is there: one hop, not two.
    if (target.moved && entry.status === 200) {
      return redirect(request, response, 301, target.address.key, this.#plain);
    }
    await respond(request, response, entry, chosenTheme(request.headers.cookie), this.#options.responder);
    this.#options.reads.note(request, entry);
  }

  async #answerFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const options = { folder: join(this.#options.dataDir, 'media'), headers: this.#plain };
    if (await answerMedia(request, response, path, options)) return this.#options.reads.note(request, null);
    const drawn = await this.#options.cards.make(path.slice(mediaPath('').length));
    if (drawn.state === 'made' && (await answerMedia(request, response, path, options))) return;
    if (drawn.state === 'moved') return redirect(request, response, 302, mediaPath(drawn.name), this.#plain);
    if (drawn.state === 'busy') return this.#refuse(request, response, 503, ['Retry-After', '5']);
    this.#refuse(request, response, 404);
  }

  #answerTheme(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { publicUrl, editions } = this.#options;
    return answerTheme(request, response, {
      editions: editions.current,
      secure: publicUrl.startsWith('https:'),
      headers: this.#plain,
    });
  }

  #answerHealth(request: IncomingMessage, response: ServerResponse): void {
    const headers = [...this.#plain, 'Content-Type', 'application/json', 'Cache-Control', 'no-store'];
    answer(request, response, 200, headers, '{"ok":true}');
  }

  #refuse(request: IncomingMessage, response: ServerResponse, status: number, more: FlatHeaders = []): void {
    const headers = [...this.#plain, ...more, 'Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store'];
    answer(request, response, status, headers, `${status} ${statusWords[status] ?? ''}\n`);
  }

  #fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    if (response.headersSent || response.destroyed) {
      if (!isAbort(error))
        this.#options.log.error({ path: request.url, reason: reasonOf(error) }, 'an answer broke off');
      return void response.destroy();
    }
    // What a page could not be made for was reported when it was tried.
    if (!(error instanceof PageUnavailable)) {
      this.#options.log.error(
        { alarm: true, path: request.url, rule: 'server', reason: reasonOf(error) },
        'a request failed',
      );
    }
    const status = error instanceof PageUnavailable ? error.status : 500;
    const { headers, body } = this.#errorPage(request.url as string);
    answer(request, response, status, [...headers, ...(status === 503 ? ['Retry-After', '5'] : [])], body);
  }

  #errorPage(target: string): ErrorPage {
    const { edition } = matchPath(this.#options.editions.current, target.split('?', 1)[0] as string);
    let page = this.#errorPages.get(edition);
    if (!page) {
      page = makeErrorPage(edition, this.#options.publicUrl, this.#options.security);
      this.#errorPages.set(edition, page);
    }
    return page;
  }

  readonly #errorPages = new WeakMap<Edition, ErrorPage>();

  #logWhenDone(request: IncomingMessage, response: ServerResponse): void {
    const started = performance.now();
    const before = request.socket.bytesWritten;
    const { method, url } = request;
    response.once('close', () => {
      const ms = Math.round((performance.now() - started) * 100) / 100;
      const bytes = request.socket.bytesWritten - before;
      const cache = cacheStates.get(response) ?? 'none';
      this.#options.log.debug({ method, path: url, status: response.statusCode, ms, bytes, cache }, 'request');
    });
  }
}

const cacheStates = new WeakMap<ServerResponse, CacheState>();

const statusWords: Record<number, string> = {
  400: 'The address is malformed',
  404: 'There is nothing at this address',
  405: 'This method is not for here',
  414: 'The address is too long',
  429: 'Too many searches at once; wait a little',
  503: 'Too much to do, try again in a moment',
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The client went away while it was being answered. */
const isAbort = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|EPIPE)$/.test(String(error.code));
