import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** Fetching from strangers: public addresses only, within limits of bytes, time and redirects. */

export class FetchError extends Error {
  override name = 'FetchError';
}

export type FetchOptions = {
  /** What the address is of, for messages: `picture`, `feed`. */
  what: string;
  accept: string;
  maxBytes: number;
  headers?: Record<string, string>;
  /** Which addresses a name may lead to; the public ones unless a test serves itself. */
  isAllowed?: (address: string) => boolean;
};

export type Fetched = {
  status: number;
  headers: Record<string, string | undefined>;
  /** Empty unless the status is 200. */
  bytes: Uint8Array;
  /** Where every redirect on the way said it is from now on; null when one did not, or there was none. */
  movedTo: string | null;
};

const timeoutMs = 15_000;
const maxRedirects = 3;

/** Answers of any status; what cannot be asked, or answers too much, is thrown. @throws FetchError */
export async function fetchPublic(address: string, options: FetchOptions): Promise<Fetched> {
  let url = checked(address, options);
  let isPermanent = true;
  for (let redirects = 0; ; redirects++) {
    const response = await request(url, options);
    const { statusCode: status = 0, headers } = response;
    if (!isRedirect(status) || !headers.location) {
      const bytes = status === 200 ? await readLimited(response, options) : new Uint8Array();
      response.destroy();
      return {
        status,
        headers: headers as Fetched['headers'],
        bytes,
        movedTo: redirects > 0 && isPermanent ? url.href : null,
      };
    }
    response.destroy();
    if (redirects >= maxRedirects)
      throw new FetchError(`${options.what} ${address}: more than ${maxRedirects} redirects`);
    if (!URL.canParse(headers.location, url))
      throw new FetchError(`${options.what} ${address}: it redirects to no address`);
    isPermanent &&= status === 301 || status === 308;
    url = checked(new URL(headers.location, url).href, options);
  }
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

function checked(address: string, { what, isAllowed = isPublicAddress }: FetchOptions): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new FetchError(`${what} ${address}: only http and https addresses without a password are fetched`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isAllowed(host))
    throw new FetchError(`${what} ${address}: ${host} is a private address; it is not fetched`);
  return url;
}

function request(url: URL, options: FetchOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? httpsGet : httpGet;
    const call = get(url, {
      lookup: guardedLookup(options.isAllowed ?? isPublicAddress),
      headers: { accept: options.accept, 'accept-encoding': 'gzip', 'user-agent': 'Dateline', ...options.headers },
      signal: AbortSignal.timeout(timeoutMs),
    });
    call.on('response', resolve);
    call.on('error', (error) => reject(new FetchError(`${options.what} ${url.href}: ${error.message}`)));
  });
}

/** Checks the very address the socket will use, so that a name cannot change its mind between check and use. */
const guardedLookup =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    systemLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const refused = addresses.find(({ address }) => !isAllowed(address));
      const [first] = addresses;
      if (refused || !first)
        return callback(
          new FetchError(`${hostname} leads to the private address ${refused?.address ?? 'none'}`),
          '',
          0,
        );
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

async function readLimited(response: IncomingMessage, { what, maxBytes }: FetchOptions): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new FetchError(`the answer is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    return response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes;
  } catch (error) {
    throw new FetchError(`${what}: ${(error as Error).message}`);
  }
}

/** Addresses that lead into somebody's own network or machine (RFC 6890 and its IPv6 kin). */
const privateAddresses = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  privateAddresses.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateAddresses.addSubnet(network, prefix, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  // A BlockList also matches IPv4 rules against IPv4-mapped IPv6 addresses.
  return family !== 0 && !privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
