export type Rule =
  | 'element'
  | 'attribute'
  | 'event-handler'
  | 'inline-style'
  | 'form'
  | 'meta'
  | 'streaming'
  | 'error-page'
  | 'hidden'
  | 'address'
  | 'foreign-link'
  | 'recorded-links'
  | 'foreign-resource'
  | 'json-ld'
  | 'structure'
  | 'markup'
  | 'stylesheet'
  | 'class'
  | 'content-type'
  | 'document';

/** A page that must not leave the process. Names what was found, for the alarm. */
export class FirewallError extends Error {
  override name = 'FirewallError';
  readonly rule: Rule;
  readonly element: string;
  readonly text: string;

  constructor(rule: Rule, element: string, text: string) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    super(`output firewall, rule ${rule}: <${element}> ${shown}`);
    this.rule = rule;
    this.element = element;
    this.text = shown;
  }
}
