import type { CssPart } from './css-rules.ts';
import type { Needs, OnPage } from './selectors.ts';

/** Everything the selectors of a build ask about: two pages that answer alike get the same style. */
export class AskedFor {
  readonly #elements = new Set<string>();
  readonly #classes = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #attributes = new Set<string>();

  learn(parts: readonly CssPart[]): void {
    for (const part of parts) {
      if (part.kind === 'rule') for (const { needs } of part.selectors) this.#learnNeeds(needs);
      if (part.kind === 'rule' || part.kind === 'group') this.learn(part.parts);
    }
  }

  /** What of it is on the page, as one text. */
  presentOn(page: OnPage): string {
    return [
      present(this.#elements, page.elements),
      present(this.#classes, page.classes),
      present(this.#ids, page.ids),
      present(this.#attributes, page.attributes),
    ].join(';');
  }

  #learnNeeds(needs: Needs): void {
    for (const name of needs.elements) this.#elements.add(name);
    for (const name of needs.classes) this.#classes.add(name);
    for (const name of needs.ids) this.#ids.add(name);
    for (const name of needs.attributes) this.#attributes.add(name);
    for (const alternative of needs.some.flat()) this.#learnNeeds(alternative);
  }
}

function present(asked: ReadonlySet<string>, there: ReadonlySet<string>): string {
  let text = '';
  for (const name of asked) if (there.has(name)) text += ` ${name}`;
  return text;
}
