/** As whom the site is visited: hijackers show their pages to some of these and the newsroom's own to the others. */
export type Visitor = { name: string; headers: Record<string, string> };

export const browser: Visitor = {
  name: 'browser',
  headers: {
    'user-agent':
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8',
  },
};

export const visitors: readonly Visitor[] = [
  browser,
  {
    name: 'Baiduspider',
    headers: {
      'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
      accept: '*/*',
      'accept-language': 'zh-cn,zh-tw',
    },
  },
  {
    name: 'Googlebot',
    headers: {
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      accept: 'text/html,application/xhtml+xml,application/signed-exchange;v=b3,application/xml;q=0.9,*/*;q=0.8',
    },
  },
  {
    name: 'phone from a search result',
    headers: {
      'user-agent':
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.7 Mobile/15E148 Safari/604.1',
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'zh-CN',
      referer: 'https://m.baidu.com/s?word=%E6%96%B0%E9%97%BB',
    },
  },
];
