import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FlatHeaders } from './headers.ts';

/** Slower clients than these are holding a connection, not reading a paper. In ms. */
const headersTimeout = 10_000;
const requestTimeout = 15_000;
const keepAliveTimeout = 20_000;
const socketTimeout = 60_000;
const maxHeaderBytes = 16_384;
const maxRequestsPerSocket = 10_000;
const drainTime = 5_000;

/** A node:http server with limits, that answers in protocol even what it cannot parse. `headers` go on those answers. */
export function createListener(handle: RequestListener, headers: FlatHeaders): Server {
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout,
      requestTimeout,
      keepAliveTimeout,
      connectionsCheckingInterval: 5_000,
      noDelay: true,
      // A websocket has no counterpart here and is closed; any other upgrade is an offer that may be left alone.
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket',
    },
    handle,
  );
  server.maxRequestsPerSocket = maxRequestsPerSocket;
  server.maxHeadersCount = 100;
  server.timeout = socketTimeout;
  server.on('checkContinue', handle);
  server.on('upgrade', (_request, socket) => close(socket, 400, headers));
  server.on('connect', (_request, socket) => close(socket, 405, [...headers, 'Allow', 'GET, HEAD']));
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = statusOf(error);
    close(socket, status, status === 405 ? [...headers, 'Allow', 'GET, HEAD'] : headers);
  });
  return server;
}

/** Resolves to the port once connections are taken. @throws when the address is in use or not ours */
export function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: 'another program does already; stop it or set PORT to a free one',
    EACCES: 'this user may not; set PORT to 1024 or more',
    EADDRNOTAVAIL: 'this machine does not have that address; set HOST to one it has',
  };
  return new Error(`Cannot listen on ${host}:${port}: ${reasons[error.code ?? ''] ?? error.message}.`, {
    cause: error,
  });
}

/** Takes no new connection, lets answers under way finish for some seconds, then closes what is left. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), drainTime);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function statusOf(error: NodeJS.ErrnoException & { rawPacket?: Buffer }): number {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (error.code === 'HPE_INVALID_METHOD') return 405;
  if (error.code !== 'HPE_HEADER_OVERFLOW') return 400;
  const firstLine = error.rawPacket?.indexOf('\r\n') ?? -1;
  return firstLine < 0 || firstLine > maxHeaderBytes / 2 ? 414 : 431;
}

function close(socket: Duplex, status: number, headers: FlatHeaders): void {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n`;
  for (let index = 0; index < headers.length; index += 2) head += `${headers[index]}: ${headers[index + 1]}\r\n`;
  socket.end(`${head}\r\n`);
}
