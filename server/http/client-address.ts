import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Who asks, as an address: `203.0.113.7`, `2001:db8::1`. */
export type ClientAddress = (request: IncomingMessage) => string;

/** Addresses that belong to no one reader: this machine, and networks behind a router or inside a data centre. */
export const addressNames: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', 'fc00::/7', 'fe80::/10'],
};

/** An address, a network in CIDR notation or one of `addressNames`. */
export function isAddressRange(written: string): boolean {
  if (written in addressNames) return true;
  const [address = '', prefix, ...rest] = written.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** Whether an address lies in any of the ranges. Answers are kept: a look-up costs more than everything around it. */
export function addressMatcher(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of ranges.flatMap((written) => addressNames[written] ?? [written])) {
    const [address = '', prefix] = range.split('/');
    const type = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(prefix), type);
  }
  const known = new Map<string, boolean>();
  return (address) => {
    const answer = known.get(address);
    if (answer !== undefined) return answer;
    const version = isIP(address);
    const matches = version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
    if (known.size >= 1_000) known.clear();
    known.set(address, matches);
    return matches;
  };
}

/**
 * The address of the client behind the proxies we run (`trusted`: their addresses or networks): read from right to left,
 * the first one of X-Forwarded-For that no trusted proxy has. What stands left of it anybody can write.
 * Without trusted proxies, or asked by anybody else, it is the socket's own.
 */
export function clientAddress(trusted: readonly string[]): ClientAddress {
  if (trusted.length === 0) return socketAddress;
  const isProxy = addressMatcher(trusted);
  return (request) => {
    let address = socketAddress(request);
    const forwarded = request.headers['x-forwarded-for'];
    if (forwarded === undefined) return address;
    for (const written of String(forwarded).split(',').reverse()) {
      if (!isProxy(address)) return address;
      const next = withoutPort(written.trim());
      if (isIP(next) === 0) return address;
      address = next;
    }
    return address;
  };
}

/** A socket that takes both kinds of address writes an IPv4 one as `::ffff:203.0.113.7`. */
const socketAddress: ClientAddress = ({ socket }) => {
  const address = socket.remoteAddress ?? '';
  return address.startsWith('::ffff:') ? address.slice(7) : address;
};

/** Some proxies write `203.0.113.7:4711` and `[2001:db8::1]:4711`. */
const withoutPort = (written: string) =>
  written.startsWith('[')
    ? written.slice(1, written.indexOf(']'))
    : /^[\d.]+:\d+$/.test(written)
      ? written.slice(0, written.indexOf(':'))
      : written;
