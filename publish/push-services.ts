/** Services outside that want to hear of changed addresses. Each takes many at once; a rejected promise says why it did not. */
export type PushService = {
  name: string;
  /** What it is told: pages, or feeds. */
  tells: 'pages' | 'feeds';
  /** Addresses it takes at once. */
  batch: number;
  send(addresses: readonly string[]): Promise<void>;
};

const timeLimit = 10_000;

/** IndexNow: Bing, Yandex, Naver, Seznam and others. The key lies at the site's root, for proof. */
export const indexNow = ({ key, endpoint }: { key: string; endpoint: string }, origin: string): PushService => ({
  name: 'indexnow',
  tells: 'pages',
  batch: 1_000,
  send: async (urlList) => {
    const body = { host: new URL(origin).host, key, keyLocation: `${origin}/${key}.txt`, urlList };
    await post(endpoint, 'application/json; charset=utf-8', JSON.stringify(body));
  },
});

/** Baidu's link submission: one address to a line. */
export const baidu = ({ token, endpoint }: { token: string; endpoint: string }, origin: string): PushService => ({
  name: 'baidu',
  tells: 'pages',
  batch: 1_000,
  send: async (addresses) => {
    const address = new URL(endpoint);
    address.searchParams.set('site', origin);
    address.searchParams.set('token', token);
    const answer = await post(address.href, 'text/plain', addresses.join('\n'));
    if (/"error"/.test(answer)) throw new Error(answer.slice(0, 200));
  },
});

/** A WebSub hub (W3C): it fetches the feeds named and tells their subscribers. */
export const webSub = (hub: string): PushService => ({
  name: 'websub',
  tells: 'feeds',
  batch: 50,
  send: async (feeds) => {
    const form = new URLSearchParams({ 'hub.mode': 'publish' });
    for (const feed of feeds) form.append('hub.url', feed);
    await post(hub, 'application/x-www-form-urlencoded', form.toString());
  },
});

async function post(address: string, type: string, body: string): Promise<string> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': type, 'user-agent': 'Dateline' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeLimit),
  });
  const text = (await answer.text()).slice(0, 10_000);
  if (!answer.ok) throw new Error(`${new URL(address).host} answered ${answer.status} ${text.slice(0, 120)}`.trim());
  return text;
}
