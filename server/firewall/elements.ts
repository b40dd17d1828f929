import { FirewallError } from './refusal.ts';

/** What a reader page may consist of. Everything that is not named here is refused. */

const words = (text: string) => text.trim().split(/\s+/);

const plainElements = words(`
  html head body title main header footer nav article section aside search hgroup
  h1 h2 h3 h4 h5 h6 p div span hr br wbr ul dl dt dd figure figcaption picture
  strong em b i u s small sub sup mark cite dfn abbr kbd code samp var bdi bdo address
  ruby rt rp table caption thead tbody tfoot tr summary fieldset legend
`);

const ownAttributes: Record<string, string> = {
  a: 'href rel hreflang type',
  img: 'src srcset sizes alt width height loading decoding fetchpriority',
  source: 'src srcset sizes type media width height',
  link: 'rel href hreflang type title sizes media as precedence fetchpriority imagesrcset imagesizes',
  meta: 'charset name property content media',
  time: 'datetime',
  data: 'value',
  ol: 'start reversed type',
  li: 'value',
  td: 'colspan rowspan headers',
  th: 'colspan rowspan headers scope abbr',
  col: 'span',
  colgroup: 'span',
  blockquote: 'cite',
  q: 'cite',
  ins: 'cite datetime',
  del: 'cite datetime',
  details: 'open name',
  label: 'for',
  form: 'action method',
  // `form` names a form of the page, whose action is ours; formaction and its kind are not here.
  button: 'type name value disabled form',
  input:
    'type name value form min max placeholder autocomplete required checked disabled minlength maxlength size inputmode enterkeyhint autocapitalize spellcheck',
  svg: 'viewbox width height fill stroke stroke-width stroke-linecap stroke-linejoin focusable xmlns preserveaspectratio',
  g: 'fill stroke stroke-width transform',
  path: 'd fill stroke stroke-width stroke-linecap stroke-linejoin fill-rule clip-rule transform',
  circle: 'cx cy r fill stroke stroke-width',
  ellipse: 'cx cy rx ry fill stroke stroke-width',
  rect: 'x y width height rx ry fill stroke stroke-width transform',
  line: 'x1 y1 x2 y2 stroke stroke-width',
  polyline: 'points fill stroke stroke-width',
  polygon: 'points fill stroke stroke-width',
};

const allowed = new Map<string, ReadonlySet<string>>([
  ...plainElements.map((name) => [name, new Set<string>()] as const),
  ...Object.entries(ownAttributes).map(([name, attributes]) => [name, new Set(words(attributes))] as const),
]);

const everywhere = new Set(
  words('id class lang dir title role tabindex translate itemprop itemscope itemtype itemid itemref'),
);

/** Attributes that hydration needs and readers do not. */
const hydration = new Set(words('data-precedence data-href data-nimg data-rprid crossorigin nonce precedence'));

export const voidElements: ReadonlySet<string> = new Set(
  words('area base br col embed hr img input link meta source track wbr'),
);

/** Written without a value. */
export const booleanAttributes: ReadonlySet<string> = new Set(
  words('itemscope open reversed required checked disabled'),
);

/** @throws FirewallError for an element readers get none of */
export function checkElement(name: string): void {
  if (allowed.has(name)) return;
  throw new FirewallError(name === 'template' ? 'streaming' : 'element', name, 'is not an element of a reader page');
}

/**
 * Whether an attribute is written (`keep`) or was only meant for the client's React (`drop`).
 * @throws FirewallError for anything else
 */
export function checkAttribute(element: string, name: string, value: string): 'keep' | 'drop' {
  if (everywhere.has(name) || allowed.get(element)?.has(name)) return 'keep';
  if (hydration.has(name)) return 'drop';
  if (/^(?:aria|data)-[a-z][a-z-]*$/.test(name)) return 'keep';
  if (name.startsWith('on')) throw new FirewallError('event-handler', element, `${name}="${value}"`);
  if (name === 'style') throw new FirewallError('inline-style', element, value);
  if (/^form|^target$|^ping$/.test(name)) throw new FirewallError('form', element, `${name}="${value}"`);
  if (name === 'http-equiv') throw new FirewallError('meta', element, `${name}="${value}"`);
  throw new FirewallError('attribute', element, `${name}="${value}"`);
}
