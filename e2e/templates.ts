/** One address of every kind of page in every edition, as a reader types it. The fixture articles make all of them exist. */

export const editions = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type EditionLanguage = (typeof editions)[number];
export const prefixes: Record<EditionLanguage, string> = { 'zh-Hans': '', 'zh-Hant': '/zh-hant', en: '/en' };

export type Template = {
  name: string;
  /** Path without the edition's prefix. */
  path: string;
  status?: number;
  /** Asked of the site that never published anything and lost its database. */
  bare?: boolean;
};

const day = '/news/districts/2019/03';

/** `written` names the language of the fixture articles that an edition shows. */
function templatesOf(written: 'zh-hans' | 'en'): Template[] {
  const topics =
    written === 'en'
      ? { tag: 'test-tag', author: 'test-writer', source: 'test-wire', word: 'gate' }
      : { tag: 'shi-yan-biao-qian', author: 'shi-yan-yuan-jia', source: 'shi-yan-tong-xun-she', word: '%E6%BD%AE' };
  return [
    { name: 'front', path: '' },
    { name: 'section', path: '/news' },
    { name: 'subsection', path: '/news/districts' },
    { name: 'older page of a section', path: '/news/districts/page/1' },
    { name: 'article', path: `${day}/01/standard-${written}` },
    { name: 'long read', path: `${day}/01/longread-${written}` },
    { name: 'gallery', path: `${day}/01/gallery-${written}` },
    { name: 'article without a picture', path: `/news/districts/2019/02/02/bulletin-1-${written}` },
    { name: 'tag', path: `/tag/${topics.tag}` },
    { name: 'author', path: `/author/${topics.author}` },
    { name: 'source', path: `/source/${topics.source}` },
    { name: 'archive', path: '/archive' },
    { name: 'archive of a year', path: '/archive/2019' },
    { name: 'archive of a month', path: '/archive/2019/03' },
    { name: 'archive of a day', path: '/archive/2019/03/01' },
    { name: 'day of a section', path: `${day}/01` },
    { name: 'search', path: '/search' },
    { name: 'search results', path: `/search?q=${topics.word}` },
    { name: 'search without a result', path: '/search?q=zzqx' },
    { name: 'ranking', path: '/ranking' },
    { name: 'ranking of a section', path: '/ranking/rising/news' },
    { name: 'about', path: '/about' },
    { name: 'corrections', path: '/corrections' },
    { name: 'missing page', path: '/nothing-here', status: 404 },
    { name: 'withdrawn article', path: `${day}/02/withdrawn-${written}`, status: 410 },
    { name: 'empty front', path: '', bare: true },
    { name: 'page that cannot be made', path: '/about', status: 500, bare: true },
  ];
}

export type Each = { language: EditionLanguage; template: Template };

/** Every template with its page in each edition: one test looks at all of them, in one window. */
export const templates: { name: string; pages: Each[] }[] = templatesOf('zh-hans').map(({ name }, index) => ({
  name,
  pages: editions.map((language) => ({
    language,
    template: templatesOf(language === 'en' ? 'en' : 'zh-hans')[index] as Template,
  })),
}));

/** The address of a template's page on the sites that the tests were started with. */
export function addressOf({ language, template }: Each): string {
  const site = template.bare ? process.env.BARE_URL : process.env.SITE_URL;
  if (!site) throw new Error('the sites are not running; run the tests with e2e/playwright.config.ts');
  return site + (prefixes[language] + template.path || '/');
}
