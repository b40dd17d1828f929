/** Header lists are flat arrays (name, value, name, value): node:http writes those without looking them up. */
export type FlatHeaders = string[];

/** Document rules for prefetch and prerender, sent by header because inline rules are scripts to a CSP. */
export const speculationPath = '/speculation.json';

// Nothing on a page can connect, for no script runs; but browsers fetch robots.txt for an auditor under this policy too.
const policy = (styles: string) =>
  `default-src 'none'; script-src 'none'; style-src ${styles}; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The site's answer to everything a page could be made to do. `styleHash` is the SHA-256 of its one style element, base64. */
export const pagePolicy = (styleHash: string | null): string => policy(styleHash ? `'sha256-${styleHash}'` : "'none'");

export type SecurityHeaders = {
  /** For HTML, by the hash of its style. */
  page(styleHash: string | null): FlatHeaders;
  /** For documents that name a stylesheet of the site's own, so that people can read them too. */
  styled: FlatHeaders;
  /** For everything else. */
  plain: FlatHeaders;
};

/**
 * Headers that every response carries. `publicUrl` decides whether browsers are told to stay on https; a closed site is
 * shown by no search engine, also not by one that did not read robots.txt.
 */
export function securityHeaders(publicUrl: string, { isClosed = false } = {}): SecurityHeaders {
  const always: FlatHeaders = [
    'X-Content-Type-Options',
    'nosniff',
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
  ];
  if (isClosed) always.push('X-Robots-Tag', 'noindex, nofollow');
  if (publicUrl.startsWith('https:')) always.push('Strict-Transport-Security', 'max-age=31536000');
  return {
    plain: [...always, 'Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    styled: [...always, 'Content-Security-Policy', "default-src 'none'; style-src 'self'; frame-ancestors 'none'"],
    page: (styleHash) => [
      ...always,
      'Content-Security-Policy',
      pagePolicy(styleHash),
      'Cross-Origin-Opener-Policy',
      'same-origin',
      'Permissions-Policy',
      'camera=(), geolocation=(), microphone=()',
      'Speculation-Rules',
      `"${speculationPath}"`,
    ],
  };
}
