import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cropName } from '../../article/rendition.ts';
import { newFill } from '../../db/content/fill-context.ts';
import {
  internalFacePath,
  readSharePictureName,
  type ShareFace,
  sharePictureName,
} from '../../edition/share-picture.ts';
import type { Log } from '../log.ts';
import type { Renderer } from '../pages/fill.ts';

/**
 * Share pictures are drawn when somebody asks for them first, and kept as files: a newsroom shares a few of its articles, and
 * an archive of a million needs no pictures nobody looks at.
 */
export class CardPictures {
  readonly #folder: string;
  readonly #render: Renderer;
  readonly #log: Log;
  readonly #running = new Map<string, Promise<Made>>();
  #last: Promise<unknown> = Promise.resolve();

  /** `folder` is where media lie. */
  constructor({ folder, render, log }: { folder: string; render: Renderer; log: Log }) {
    this.#folder = folder;
    this.#render = render;
    this.#log = log;
  }

  /**
   * Sees to the file of a name. `made`: it is there now. `moved`: the article is another one by now, and `name` is its picture.
   * `absent`: no article has such a picture. `busy`: too many are waiting.
   */
  make(name: string): Promise<Made> {
    const running = this.#running.get(name);
    if (running) return running;
    const asked = readSharePictureName(name);
    if (!asked) return Promise.resolve({ state: 'absent' });
    if (this.#running.size >= mostWaiting) return Promise.resolve({ state: 'busy' });
    // One at a time: a drawing takes a core for some 30 ms, and pages go first.
    const work = this.#last.then(() => this.#makeNow(name, asked)).finally(() => this.#running.delete(name));
    this.#last = work.catch(() => {});
    this.#running.set(name, work);
    return work;
  }

  async #makeNow(name: string, { article, tag }: { article: string; tag: string }): Promise<Made> {
    const { status, body } = await this.#render(internalFacePath(article, tag), newFill());
    if (status !== 200) return { state: 'absent' };
    const face = JSON.parse(body) as ShareFace | null;
    if (!face) return { state: 'absent' };
    const current = sharePictureName(article, face);
    if (current !== name) return { state: 'moved', name: current };
    // Fonts and WebAssembly are loaded by the first drawing, not by every start.
    const { drawFace } = await import('./draw.ts');
    const began = performance.now();
    await this.#write(name, await drawFace(face, await this.#cropOf(face)));
    this.#log.debug({ name, ms: Math.round(performance.now() - began) }, 'share picture drawn');
    return { state: 'made' };
  }

  async #cropOf({ picture }: ShareFace): Promise<Uint8Array | null> {
    if (!picture) return null;
    return readFile(join(this.#folder, picture.slice(0, 2), cropName(picture, '1x1'))).catch(() => null);
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.#folder, name.slice(0, 2));
    const partial = join(folder, `${name}.${process.pid}.partial`);
    await mkdir(folder, { recursive: true });
    try {
      await writeFile(partial, bytes);
      await rename(partial, join(folder, name));
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }
}

export type Made = { state: 'made' | 'absent' | 'busy' } | { state: 'moved'; name: string };

const mostWaiting = 50;
