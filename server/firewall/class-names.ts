const alphabet = 'abcdefghijklmnopqrstuvwxyz';
const rest = `${alphabet}0123456789`;

/** The bundler writes a CSS module's class as `hash_name`; literal class names of ours have no underscore. */
export const isModuleClass = (name: string): boolean => name.includes('_');

/**
 * Short names for the classes of CSS modules, in order of first appearance in the build's stylesheets,
 * so that every process of a build gives the same. Literal class names keep theirs.
 */
export class ClassNames {
  readonly #short = new Map<string, string>();
  readonly #literal = new Set<string>();
  readonly #dashed = new Map<string, string>();
  #count = 0;

  /** Learns every class a stylesheet names. All literal names of the build must be known before `shorten` is asked. */
  learn(css: string): void {
    for (const [, name] of css.matchAll(/\.(-?[A-Za-z_][\w-]*|[\w-]*_[\w-]*)/g)) {
      if (name && !isModuleClass(name)) this.#literal.add(name);
    }
  }

  shorten(name: string): string {
    if (!isModuleClass(name)) return name;
    let short = this.#short.get(name);
    if (short === undefined) {
      do short = spell(this.#count++);
      while (this.#literal.has(short));
      this.#short.set(name, short);
    }
    return short;
  }

  /** Short names for custom properties and their kind; nothing outside of stylesheets knows them. */
  dashed(name: string): string {
    let short = this.#dashed.get(name);
    if (short === undefined) {
      short = `--${spell(this.#dashed.size)}`;
      this.#dashed.set(name, short);
    }
    return short;
  }

  /** Whether a literal class of the page would be taken for a short one. */
  collides(literal: string): boolean {
    return !isModuleClass(literal) && literal.length <= 3 && [...this.#short.values()].includes(literal);
  }
}

/** 0 -> a, 25 -> z, 26 -> aa, …; the first character is a letter. */
function spell(index: number): string {
  let text = alphabet[index % 26] as string;
  for (let left = Math.floor(index / 26); left > 0; left = Math.floor((left - 1) / rest.length)) {
    text += rest[(left - 1) % rest.length] as string;
  }
  return text;
}
