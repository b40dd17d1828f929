import { setStatus } from '../../db/content/fill-context.ts';
import { contentTypes, type DataType } from '../../edition/data-paths.ts';

/** Where the site is, for the absolute addresses of documents that travel. */
export const siteOrigin = (): string => process.env.PUBLIC_URL ?? '';

/** What a route handler answers with; the output firewall reads it by the rules of its kind. */
export const sendData = (type: DataType, body: string): Response =>
  new Response(body, { headers: { 'content-type': contentTypes[type] } });

/** The answer for a document that is not there (404) or not any more (410). */
export function sendAbsent(status: 404 | 410 = 404): Response {
  setStatus(status);
  return sendData('text', status === 410 ? '410 Withdrawn\n' : '404 There is nothing at this address\n');
}
