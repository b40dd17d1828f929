import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request exactly as it is spelled: no path is normalised, no redirect followed, no encoding undone. */
export function request(
  address: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const [, origin = '', path = '/'] = /^(https?:\/\/[^/]+)(.*)$/.exec(address) ?? [];
  const { hostname, port } = new URL(origin);
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const call = httpRequest({ agent, hostname, port, path: path || '/', method, headers });
    call.on('response', async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(chunk as Buffer);
      } catch (error) {
        return reject(error);
      }
      const bytes = Buffer.concat(chunks);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
    });
    call.on('error', reject);
    call.end(body);
  });
}
