import { manifestPath } from '../edition/data-paths.ts';
import { frontPath } from '../edition/paths.ts';
import { type Edition, editionTag, nameIn, type Site } from '../edition/site.ts';

/** Name and icons for a site that is put on a home screen (W3C Web Application Manifest). No script has a part in it. */
export function manifest(site: Site, edition: Edition, origin: string): string {
  const name = nameIn(site.name, edition.language);
  return JSON.stringify({
    id: origin + manifestPath(edition),
    name,
    short_name: name,
    description: nameIn(site.tagline, edition.language) || name,
    lang: editionTag(edition),
    dir: 'ltr',
    start_url: origin + frontPath(edition),
    scope: `${origin}/`,
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#8c1d18',
    categories: ['news'],
    icons: [
      { src: `${origin}/favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${origin}/icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${origin}/icon-512.png`, sizes: '512x512', type: 'image/png' },
    ],
  });
}
