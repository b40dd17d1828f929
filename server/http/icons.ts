import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SmallAnswer } from './small-answers.ts';

const types: Record<string, string> = {
  'favicon.svg': 'image/svg+xml',
  'favicon.ico': 'image/x-icon',
  'apple-touch-icon.png': 'image/png',
  'icon-144.png': 'image/png',
  'icon-192.png': 'image/png',
  'icon-512.png': 'image/png',
};

/** The site's icons: the newsroom's own where `folder` holds them, otherwise those of a paper that has none yet. */
export function icons(folder: string): [path: string, SmallAnswer][] {
  return Object.entries(types).map(([name, type]) => {
    const own = join(folder, name);
    const file = existsSync(own) ? own : join(import.meta.dirname, '../icons', name);
    return [`/${name}`, { type, body: readFileSync(file), cacheControl: 'public, max-age=86400' }];
  });
}
