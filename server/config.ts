import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { type Discovery, discoveryEnvironment, discoverySettings, readDiscovery } from './config-discovery.ts';
import { isAddressRange } from './http/client-address.ts';

/** What the environment says, read once. Names and defaults are the contract with whoever operates the site. */
export type Config = {
  port: number;
  host: string;
  /** Origin readers see, without a trailing slash: `https://news.example`. */
  publicUrl: string;
  /** Absolute. */
  dataDir: string;
  /** Absolute. Holds the newsroom's private key; never inside of `dataDir`. */
  keyDir: string;
  /** The list of keys the public site believes, `keys.json` in `keyDir` unless named. */
  keysFile: string;
  sample: boolean;
  contentDatabaseUrl: string;
  newsroomDatabaseUrl: string;
  audienceDatabaseUrl: string;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Bytes the page cache may hold. */
  pageCacheBytes: number;
  /** Addresses, networks or names (`loopback`, `private`) of the proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** Server that mails what the watcher finds, `smtps://user:password@mail.example`, and the sender it names. */
  smtpUrl: string | null;
  mailFrom: string | null;
  /** How programs find the site, and whom it tells of news. */
  discovery: Discovery;
};

/** A setting that cannot be used; the message is one sentence for whoever set it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const databaseUrl = z.string().regex(/^file:./, 'must be a file: URL such as file:/var/lib/dateline/content.db');

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a port number from 0 to 65535'))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[a-z\d.:_-]+$/i, 'must be an address or host name to listen on, such as 127.0.0.1')
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be the address of the site without a path, such as https://news.example')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  KEY_DIR: z.string().optional(),
  SITE_KEYS: z.string().optional(),
  SAMPLE: z.enum(['0', '1'], 'must be 1 (load the sample edition into an empty newsroom) or 0').default('1'),
  CONTENT_DATABASE_URL: databaseUrl.optional(),
  NEWSROOM_DATABASE_URL: databaseUrl.optional(),
  AUDIENCE_DATABASE_URL: databaseUrl.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
  PAGE_CACHE_MB: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be a whole number of megabytes')
    .transform(Number)
    .default(128),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must be the address of a mail server, such as smtps://user:password@mail.example')
    .optional(),
  MAIL_FROM: z.email('must be a mail address').optional(),
  TRUST_PROXY: z
    .string()
    .transform((written) => written.split(',').map((range) => range.trim()))
    .refine(
      (ranges) => ranges.every(isAddressRange),
      'must list the addresses of your proxies: loopback, private, 10.0.0.7 or 10.0.0.0/8, separated by commas',
    )
    .default([]),
  ...discoverySettings,
});

/** @throws ConfigError naming every variable that is wrong */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty variable is one that is not set: that is how compose files and unit files spell it.
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}=${JSON.stringify(env[name])} ${issue.message}`;
    });
    throw new ConfigError(`Cannot start: ${problems.join('; ')}.`);
  }
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  const keyDir = resolve(values.KEY_DIR ?? `${dataDir}-keys`);
  if (`${keyDir}${sep}`.startsWith(`${dataDir}${sep}`))
    throw new ConfigError(
      `Cannot start: KEY_DIR=${JSON.stringify(keyDir)} lies in DATA_DIR, where whoever can change what readers see could change what is believed, too; name a folder beside it.`,
    );
  const inDataDir = (name: string) => `file:${dataDir}/${name}.db`;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin,
    dataDir,
    keyDir,
    keysFile: resolve(values.SITE_KEYS ?? join(keyDir, 'keys.json')),
    sample: values.SAMPLE === '1',
    contentDatabaseUrl: absolute(values.CONTENT_DATABASE_URL) ?? inDataDir('content'),
    newsroomDatabaseUrl: absolute(values.NEWSROOM_DATABASE_URL) ?? inDataDir('newsroom'),
    audienceDatabaseUrl: absolute(values.AUDIENCE_DATABASE_URL) ?? inDataDir('audience'),
    logLevel: values.LOG_LEVEL,
    pageCacheBytes: values.PAGE_CACHE_MB * 1_048_576,
    trustedProxies: values.TRUST_PROXY,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? null,
    discovery: readDiscovery(values),
  };
}

/** The settings as the renderer and the CLI read them: from the environment, with every default filled in. */
export function asEnvironment(config: Config): Record<string, string> {
  return {
    PORT: String(config.port),
    HOST: config.host,
    PUBLIC_URL: config.publicUrl,
    DATA_DIR: config.dataDir,
    KEY_DIR: config.keyDir,
    SITE_KEYS: config.keysFile,
    SAMPLE: config.sample ? '1' : '0',
    CONTENT_DATABASE_URL: config.contentDatabaseUrl,
    NEWSROOM_DATABASE_URL: config.newsroomDatabaseUrl,
    AUDIENCE_DATABASE_URL: config.audienceDatabaseUrl,
    LOG_LEVEL: config.logLevel,
    ...discoveryEnvironment(config.discovery),
  };
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
}

/** Relative file URLs name files of the folder the site is started in. */
function absolute(url: string | undefined): string | undefined {
  if (url === undefined || url.startsWith('file://')) return url;
  return `file:${resolve(url.slice('file:'.length))}`;
}
