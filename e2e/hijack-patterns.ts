import type { Passing, Rewrite } from './rewriting-proxy.ts';

/** What hijackers make of a site's answers, each with the rule by which the watcher tells of it. docs/threats.md lists them. */
export type Pattern = { name: string; rule: string; rewrite: Rewrite };

export const farm = '<p>澳门赌场 <a href="https://farm.example/">娱乐城</a></p>';

const isHtml = ({ headers }: Passing) => headers['content-type']?.startsWith('text/html') ?? false;

const onPages =
  (change: (body: string) => string): Rewrite =>
  (passing) => {
    if (isHtml(passing)) passing.body = change(passing.body);
  };
const before = (place: string, added: string) => onPages((body) => body.replace(place, `${added}${place}`));
const whenPath =
  (path: RegExp, change: (passing: Passing) => void): Rewrite =>
  (passing) => {
    if (path.test(passing.path)) change(passing);
  };
const whenAgent =
  (agent: RegExp, change: (passing: Passing) => void): Rewrite =>
  (passing) => {
    if (agent.test(passing.asked['user-agent'] ?? '') && isHtml(passing)) change(passing);
  };
const away = (passing: Passing) =>
  void Object.assign(passing, { status: 302, headers: { location: 'https://farm.example/' }, body: '' });
const header =
  (name: string, value: string): Rewrite =>
  (passing) => {
    if (isHtml(passing)) passing.headers[name] = value;
  };
const policy =
  (change: (policy: string) => string): Rewrite =>
  ({ headers }) => {
    const given = headers['content-security-policy'];
    if (given) headers['content-security-policy'] = change(given);
  };

/** Seen on an article's page, whoever asks for it. */
export const onArticles: Pattern[] = [
  { name: 'a link farm in the footer', rule: 'page.words', rewrite: before('</footer>', farm) },
  {
    name: 'farm links in the site’s own words',
    rule: 'page.link',
    rewrite: before('</footer>', '<a href="https://farm.example/">首页</a>'),
  },
  {
    name: 'words of spam in the title',
    rule: 'article.title',
    rewrite: onPages((body) => body.replace('<title>', '<title>澳门赌场,')),
  },
  {
    name: 'another headline',
    rule: 'article.headline',
    rewrite: onPages((body) => body.replace(/(<h1[^>]*>)[^<]*/u, '$1首页')),
  },
  {
    name: 'a changed word of the text',
    rule: 'article.text',
    rewrite: onPages((body) => body.replace(/(itemprop="?articleBody[\s\S]*?<p[^>]*>)./u, '$1赌')),
  },
  {
    name: 'a canonical address elsewhere',
    rule: 'page.canonical',
    rewrite: onPages((body) => body.replace(/(rel="?canonical"? href="?)[^\s">]*/, '$1https://farm.example/')),
  },
  {
    name: 'text out of sight',
    rule: 'page.foreign',
    rewrite: before('</main>', `<div style="position:absolute;left:-9999px">${farm}</div>`),
  },
  { name: 'an invisible block', rule: 'page.foreign', rewrite: before('</main>', '<div hidden>首页</div>') },
  {
    name: 'a script from elsewhere',
    rule: 'page.foreign',
    rewrite: before('</head>', '<script src="//farm.example/x.js"></script>'),
  },
  {
    name: 'a script that rewrites the title',
    rule: 'page.foreign',
    rewrite: before('</head>', '<script>document.title="x"</script>'),
  },
  { name: 'a handler', rule: 'page.foreign', rewrite: onPages((body) => body.replace('<main', '<main onclick="x()"')) },
  {
    name: 'a frame over the page',
    rule: 'page.foreign',
    rewrite: before('</main>', '<iframe src="https://farm.example/"></iframe>'),
  },
  {
    name: 'a refresh',
    rule: 'page.foreign',
    rewrite: before('</head>', '<meta http-equiv="refresh" content="0;url=https://farm.example/">'),
  },
  { name: 'a comment full of links', rule: 'page.foreign', rewrite: before('</body>', `<!-- ${farm} -->`) },
  {
    name: 'a description for search engines',
    rule: 'page.meta',
    rewrite: before('</head>', '<meta name="description" content="澳门赌场">'),
  },
  {
    name: 'another share card',
    rule: 'page.meta',
    rewrite: onPages((body) => body.replace(/(property="?og:title"? content=")[^"]*/, '$1澳门赌场')),
  },
  {
    name: 'another picture where it is shared',
    rule: 'page.meta',
    rewrite: before('</head>', '<meta property="og:image" content="https://farm.example/x.jpg">'),
  },
  {
    name: 'structured data of another',
    rule: 'page.data',
    rewrite: onPages((body) => body.replace(/("headline":")[^"]*/, '$1澳门赌场')),
  },
  {
    name: 'the page in another language elsewhere',
    rule: 'page.link',
    rewrite: before('</head>', '<link rel="alternate" hreflang="x-default" href="https://farm.example/">'),
  },
  {
    name: 'a page that must not be found',
    rule: 'page.robots',
    rewrite: before('</head>', '<meta name="robots" content="noindex">'),
  },
  {
    name: 'a picture of another',
    rule: 'page.resource',
    rewrite: before('</main>', '<img src="https://farm.example/x.jpg" alt="">'),
  },
  {
    name: 'another style',
    rule: 'headers.csp style-src',
    rewrite: onPages((body) => body.replace('<style>', '<style>main{display:none}')),
  },
  { name: 'pages kept from search engines', rule: 'headers.x-robots-tag', rewrite: header('x-robots-tag', 'noindex') },
  { name: 'a cookie that marks visitors', rule: 'headers.set-cookie', rewrite: header('set-cookie', 'seen=1') },
  {
    name: 'a refresh in the head of the answer',
    rule: 'headers.refresh',
    rewrite: header('refresh', '0;url=https://farm.example/'),
  },
  {
    name: 'a policy that lets scripts run',
    rule: 'headers.csp script-src',
    rewrite: policy((given) => given.replace("script-src 'none'", 'script-src *')),
  },
  { name: 'no policy at all', rule: 'headers.csp default-src', rewrite: policy(() => '') },
  {
    name: 'another page for a crawler',
    rule: 'cloaking.body',
    rewrite: whenAgent(/Baiduspider/, (passing) => {
      passing.body = passing.body.replace('</main>', `${farm}</main>`);
    }),
  },
  { name: 'a crawler sent elsewhere', rule: 'cloaking.status', rewrite: whenAgent(/Googlebot/, away) },
  {
    name: 'visitors from search results sent elsewhere',
    rule: 'cloaking.status',
    rewrite: (passing) => {
      if (passing.asked.referer && isHtml(passing)) away(passing);
    },
  },
  {
    name: 'a record with another word',
    rule: 'record.content',
    rewrite: whenPath(/\/\d{4}\/.*\.json$/, (passing) => {
      passing.body = passing.body.replace('"headline":"', '"headline":"赌');
    }),
  },
];

/** Seen in what stands beside the pages, or where nothing is. */
export const besidePages: Pattern[] = [
  {
    name: 'pages at addresses nobody published',
    rule: 'site.missing',
    rewrite: (passing) => {
      if (passing.status === 404) passing.status = 200;
    },
  },
  {
    name: 'what a visitor searches for, in the title',
    rule: 'site.echo',
    rewrite: whenPath(/\/search\?q=q/, (passing) => {
      passing.body = passing.body.replace('<title>', `<title>${/q=([^&]*)/.exec(passing.path)?.[1]} `);
    }),
  },
  {
    name: 'one more address in a sitemap',
    rule: 'sitemap.address',
    rewrite: whenPath(/^\/sitemap.*\.xml/, (passing) => {
      passing.body = passing.body.replace('</urlset>', '<url><loc>https://farm.example/</loc></url></urlset>');
    }),
  },
  {
    name: 'one more article in a sitemap',
    rule: 'sitemap.extra',
    rewrite: whenPath(/^\/sitemap.*\.xml/, (passing) => {
      const loc = `http://${passing.asked.host}/news/2026/01/01/farm`;
      passing.body = passing.body.replace('</urlset>', `<url><loc>${loc}</loc></url></urlset>`);
    }),
  },
  {
    name: 'articles taken out of a sitemap',
    rule: 'sitemap.missing',
    rewrite: whenPath(/^\/sitemap.*\.xml/, (passing) => {
      passing.body = passing.body.replaceAll(/<url>[\s\S]*?<\/url>/g, '');
    }),
  },
  {
    name: 'another title in a feed',
    rule: 'feed.words',
    rewrite: whenPath(/^\/feed\.xml/, (passing) => {
      passing.body = passing.body.replace('<item><title>', '<item><title>澳门赌场');
    }),
  },
  {
    name: 'a link in the text of a feed',
    rule: 'feed.link',
    rewrite: whenPath(/^\/feed\.json/, (passing) => {
      passing.body = passing.body.replace(
        '"content_html":"',
        '"content_html":"<a href=\\"https://farm.example/\\">首页</a>',
      );
    }),
  },
  {
    name: 'a script in the text of a feed',
    rule: 'feed.foreign',
    rewrite: whenPath(/^\/atom\.xml/, (passing) => {
      passing.body = passing.body.replace(/(<content [^>]*>)/, '$1&lt;script&gt;x()&lt;/script&gt;');
    }),
  },
];

/** Seen before anything else is believed. */
export const ofProofs: Pattern[] = [
  {
    name: 'other keys',
    rule: 'keys.content',
    rewrite: whenPath(/^\/\.well-known\/dateline\.json$/, (passing) => {
      passing.body = passing.body.replace(/"publicKey":"./, '"publicKey":"A');
    }),
  },
  {
    name: 'another register',
    rule: 'register.content',
    rewrite: whenPath(/register\.json$/, (passing) => {
      passing.body = passing.body.replace('望潮日报', '望潮赌报');
    }),
  },
  {
    name: 'another sequence',
    rule: 'register.signature',
    rewrite: whenPath(/register\.json$/, (passing) => {
      passing.body = passing.body.replace(/"sequence":\d+/, '"sequence":99999');
    }),
  },
];
