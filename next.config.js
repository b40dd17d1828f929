import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The page cache compresses once and tags its own entries.
  compress: false,
  generateEtags: false,
  serverExternalPackages: ['better-sqlite3', 'drizzle-orm', 'opencc-js', 'prosemirror-model', 'zod'],
  images: { unoptimized: true },
  devIndicators: false,
  // `npm run types` checks the whole project; a site must start without a compiler and without the types of its tests.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: here },
  outputFileTracingRoot: here,
};
