import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { PictureError } from '../newsroom/pictures.ts';

const maxBytes = 24 * 1024 * 1024;
const timeoutMs = 15_000;
const maxRedirects = 3;

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

export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  // A BlockList also matches IPv4 rules against IPv4-mapped IPv6 addresses.
  return privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Checks the very address the socket will use, so that a name cannot change its mind between check and use. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0);
    const refused = addresses.find(({ address }) => isPrivateAddress(address));
    const [first] = addresses;
    if (refused || !first)
      return callback(
        new PictureError(`${hostname} leads to the private address ${refused?.address ?? 'none'}`),
        '',
        0,
      );
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Fetches a remote picture, from public addresses only, within limits of bytes and time. @throws PictureError */
export async function fetchPicture(address: string, redirects = 0): Promise<Uint8Array> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new PictureError(`picture ${address}: only http and https pictures are fetched`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && isPrivateAddress(host))
    throw new PictureError(`picture ${address}: ${host} is a private address; it is not fetched`);
  const response = await request(url);
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location) {
    response.destroy();
    if (redirects >= maxRedirects) throw new PictureError(`picture ${address}: more than ${maxRedirects} redirects`);
    return fetchPicture(new URL(headers.location, url).href, redirects + 1);
  }
  if (statusCode !== 200) {
    response.destroy();
    throw new PictureError(`picture ${address}: the server answered ${statusCode}`);
  }
  return readLimited(response, address);
}

function request(url: URL): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? httpsGet : httpGet;
    const call = get(url, {
      lookup: publicLookup,
      headers: { accept: 'image/*', 'user-agent': 'Dateline' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    call.on('response', resolve);
    call.on('error', (error) => reject(new PictureError(`picture ${url.href}: ${error.message}`)));
  });
}

async function readLimited(response: IncomingMessage, address: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new PictureError(`picture ${address}: larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof PictureError ? error : new PictureError(`picture ${address}: ${(error as Error).message}`);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}
