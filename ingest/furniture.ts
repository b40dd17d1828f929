import type { Dropped } from '../article/draft.ts';
import { namesOf, type PageElement } from './page.ts';

/** Parts of a page that no article is made of, told by their element and by what templates call them. */

type Rule = Dropped['rule'];

const byTag: Record<string, Rule> = {
  nav: 'boilerplate.navigation',
  footer: 'boilerplate.footer',
  button: 'boilerplate.controls',
  select: 'boilerplate.controls',
  textarea: 'boilerplate.controls',
  input: 'boilerplate.controls',
  iframe: 'boilerplate.embed',
  noscript: 'boilerplate.noscript',
  video: 'boilerplate.media',
  audio: 'boilerplate.media',
  dialog: 'boilerplate.dialog',
};

const byRole: Record<string, Rule> = {
  navigation: 'boilerplate.navigation',
  banner: 'boilerplate.header',
  contentinfo: 'boilerplate.footer',
  search: 'boilerplate.controls',
  dialog: 'boilerplate.dialog',
  alert: 'boilerplate.dialog',
  complementary: 'boilerplate.aside',
  menu: 'boilerplate.navigation',
};

/** Words of class and id names. They must stand alone: `share-bar`, `post_share`, but not `shareholder`. */
const byName: [RegExp, Rule][] = [
  [/comment|disqus|\breply|\btie[-_]|pinglun|gentie/, 'boilerplate.comments'],
  [
    /(?:^|[-_\s])(?:share|sharing|social|bdshare|jiathis|sns)(?:$|[-_\s\d])|share[-_]?(?:bar|box|list|tool|btn|button)/,
    'boilerplate.share',
  ],
  [
    /(?:^|[-_\s])(?:related|relate|recommend|recommended|recommendation|recirc|more[-_]?(?:news|stories|from)|read[-_]?(?:more|next)|xiangguan|tuijian|also[-_]?(?:read|like)|outbrain|taboola|most[-_]?(?:read|viewed|popular)|trending|hot[-_]?(?:news|list|rank)|rank(?:ing)?[-_]?list)(?:$|[-_\s\d])|yarpp|zergnet|jp-relatedposts/,
    'boilerplate.related',
  ],
  [/(?:^|[-_\s])(?:breadcrumbs?|crumbs?|crumbnav|bread|curpos|weizhi)(?:$|[-_\s\d])/, 'boilerplate.breadcrumb'],
  [
    /(?:^|[-_\s])(?:ads?|advert\w*|adsense|adbox|gg|guanggao|sponsor\w*|promo\w*|dfp|banner-ad)(?:$|[-_\s\d])/,
    'boilerplate.advert',
  ],
  [
    /(?:^|[-_\s])(?:copyright|disclaimer|statement|mianze|footer|foot|site[-_]?info)(?:$|[-_\s\d])/,
    'boilerplate.footer',
  ],
  [/(?:^|[-_\s])(?:nav|navbar|navigation|topnav|menu|sitenav|subnav|topbar)(?:$|[-_\s\d])/, 'boilerplate.navigation'],
  [
    /(?:^|[-_\s])(?:side|sidebar|sidebars?|aside|rightbar|right[-_]?col|col[-_]?right|rail)(?:$|[-_\s\d])/,
    'boilerplate.aside',
  ],
  [
    /(?:^|[-_\s])(?:qrcode|qr|erweima|weixin[-_]?code|app[-_]?down\w*|download[-_]?app|subscribe|subscription|newsletter|signup|login|popup|modal|toolbar|tools|print|font[-_]?size|feedback|report[-_]?error|jubao)(?:$|[-_\s\d])/,
    'boilerplate.controls',
  ],
  [
    /(?:^|[-_\s])(?:pagination|pager|page[-_]?(?:nav|turn|link)s?|prev[-_]?next|post[-_]?nav\w*)(?:$|[-_\s\d])/,
    'boilerplate.navigation',
  ],
  [
    /(?:^|[-_\s])(?:author[-_]?(?:bio|box|card|info)|about[-_]?(?:the[-_]?)?author|wemedia)(?:$|[-_\s\d])/,
    'boilerplate.author-box',
  ],
];

/** The rule that makes an element furniture; null when nothing about it says so. */
export function furnitureRule(element: PageElement): Rule | null {
  const tagRule = byTag[element.tag];
  if (tagRule) return tagRule;
  const role = element.attributes.role;
  const roleRule = role && element.tag !== 'body' ? byRole[role] : undefined;
  if (roleRule) return roleRule;
  if (element.attributes.class === undefined && element.attributes.id === undefined) return null;
  if (element.tag === 'body' || element.tag === 'html' || element.tag === 'article' || element.tag === 'main')
    return null;
  const names = shortNames(element);
  for (const [pattern, rule] of byName) if (pattern.test(names)) return rule;
  return null;
}

/** An id of many words is a heading's slug, made of the article's own words. */
const shortNames = (element: PageElement) =>
  (element.attributes.id?.split(/[-_]/).length ?? 0) > 3
    ? (element.attributes.class ?? '').toLowerCase()
    : namesOf(element);

const bodyName =
  /(?:^|[-_\s])(?:article|artical|arti|art|post|entry|news|story|main|detail|text|content|con|txt|body|blog)[-_]?(?:body|content|con|text|txt|main|detail|entry|wrap|box|inner)?(?:$|[-_\s\d])|trs_|texteditor|artibody|zoom|ueditor|rich[-_]?text|endtext|mainbody|richmedia/;

/** How much a class or id speaks for holding an article body: 1 says nothing. */
export function bodyNameWeight(element: PageElement): number {
  if (element.tag === 'article') return 1.4;
  if (element.tag === 'main') return 1.15;
  if (element.attributes.class === undefined && element.attributes.id === undefined) return 1;
  return bodyName.test(namesOf(element)) ? 1.25 : 1;
}
