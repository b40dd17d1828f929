import { slugPattern } from '../article/record.ts';

/** The path of an old address as redirects know it: decoded, lower case, without a trailing slash; null when it names no page of its own. */
export function formerPath(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { pathname, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname).normalize('NFC').toLowerCase();
  } catch {
    return null;
  }
  const segments = path.split('/').filter(Boolean);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
  const isUsable = segments.length > 0 && path.length <= 300 && !/[\u0000-\u001f\u007f-\u009f]/.test(path);
  return isUsable && !segments.some((segment) => segment === '.' || segment === '..') ? `/${segments.join('/')}` : null;
}

/** A slug of another system that is one of ours too; null when ours has to be made from the headline. */
export function slugFrom(text: string | null): string | null {
  let decoded = text ?? '';
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    return null;
  }
  const slug = decoded.toLowerCase().replace(/_/g, '-').replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
  return slug.length <= 80 && slugPattern.test(slug) ? slug : null;
}
