import { catalogueFor } from '../../edition/catalogue.ts';
import { frontPath } from '../../edition/paths.ts';
import { type Edition, editionTag } from '../../edition/site.ts';
import { passFirewall } from '../firewall/firewall.ts';
import { Stylesheets } from '../firewall/stylesheets.ts';
import type { FlatHeaders, SecurityHeaders } from '../http/headers.ts';

/** What is shown when no page can be made. It asks nobody anything. */
export type ErrorPage = { headers: FlatHeaders; body: Buffer };

const sheetName = '/_next/static/error.css';
const sheet = new Stylesheets(
  new Map([
    [
      sheetName,
      'html{color-scheme:light dark;font:1.125rem/1.7 "Songti SC","Noto Serif CJK SC",serif}body{margin:0 auto;max-width:34rem;padding:12vh 1.25rem}h1{font-size:1.75rem;line-height:1.3}a{color:inherit}',
    ],
  ]),
);

/** The page in the edition's language; nothing may keep it. */
export function makeErrorPage(edition: Edition, publicUrl: string, security: SecurityHeaders): ErrorPage {
  const page = passFirewall(errorHtml(edition), { publicUrl, links: new Set() }, sheet);
  const body = Buffer.from(page.html);
  const headers = [
    ...security.page(page.styleHash),
    ...['Content-Type', 'text/html; charset=utf-8', 'Content-Language', page.language, 'Cache-Control', 'no-store'],
  ];
  return { headers, body };
}

function errorHtml(edition: Edition): string {
  const words = catalogueFor(edition.language);
  return `<!DOCTYPE html><html lang="${editionTag(edition)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${words.errorTitle}</title><link rel="stylesheet" href="${sheetName}"></head><body><nav aria-label="${words.breadcrumb}"><a href="${frontPath(edition)}">${words.front}</a></nav><main><h1>${words.errorTitle}</h1><p>${words.errorText}</p></main></body></html>`;
}
