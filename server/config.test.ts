import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { asEnvironment, ConfigError, readConfig } from './config.ts';

const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
};

test('an empty environment gives a site on port 3000 with its data beside it', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://localhost:3000', sample: true });
  expect(config.dataDir).toBe(resolve('data'));
  expect(config.contentDatabaseUrl).toBe(`file:${resolve('data')}/content.db`);
});

test('the public address follows the port unless it is named, and loses its slash', () => {
  expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readConfig({ PORT: '8080', PUBLIC_URL: 'https://news.example/' }).publicUrl).toBe('https://news.example');
});

test('an empty variable counts as one that is not set', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '' }).port).toBe(3000);
});

test('a wrong value is named together with what it must be', () => {
  expect(messageOf({ PORT: '80a' })).toBe('Cannot start: PORT="80a" must be a port number from 0 to 65535.');
  expect(messageOf({ PORT: '70000' })).toContain('PORT="70000" must be a port number');
  expect(messageOf({ PUBLIC_URL: 'news.example' })).toContain('must be the address of the site');
  expect(messageOf({ PUBLIC_URL: 'https://news.example/path' })).toContain('without a path');
  expect(messageOf({ SAMPLE: 'yes' })).toContain('SAMPLE="yes" must be 1');
  expect(messageOf({ CONTENT_DATABASE_URL: 'postgres://x' })).toContain('must be a file: URL');
  expect(messageOf({ LOG_LEVEL: 'loud' })).toContain('LOG_LEVEL="loud" must be one of');
});

test('every wrong value is named at once', () => {
  expect(messageOf({ PORT: 'x', SAMPLE: '2' })).toMatch(/PORT=.*; SAMPLE=/);
});

test('keys lie beside the data, and nowhere in it', () => {
  expect(readConfig({ DATA_DIR: '/srv/paper' })).toMatchObject({
    keyDir: '/srv/paper-keys',
    keysFile: '/srv/paper-keys/keys.json',
  });
  expect(messageOf({ DATA_DIR: '/srv/paper', KEY_DIR: '/srv/paper/keys' })).toContain('lies in DATA_DIR');
  expect(messageOf({ DATA_DIR: '/srv/paper', KEY_DIR: '/srv/paper' })).toContain('lies in DATA_DIR');
});

test('settings written to the environment are read back the same', () => {
  const config = readConfig({
    PORT: '0',
    DATA_DIR: '/tmp/paper',
    CONTENT_DATABASE_URL: 'file:elsewhere.db',
    SAMPLE: '0',
  });
  expect(readConfig(asEnvironment(config))).toEqual(config);
});

test('proxies to be believed are named, and a mistake in their list says what may stand there', () => {
  expect(readConfig({}).trustedProxies).toEqual([]);
  expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustedProxies).toEqual(['loopback', '10.0.0.0/8']);
  expect(messageOf({ TRUST_PROXY: 'nginx' })).toContain('TRUST_PROXY="nginx" must list the addresses of your proxies');
});

test('nothing is told to anybody until somebody sets it', () => {
  expect(readConfig({}).discovery).toEqual({
    robots: 'open',
    aiCrawlers: { others: 'allow', except: [] },
    securityContact: null,
    webSubHub: null,
    indexNow: null,
    baidu: null,
  });
});

test('settings of discovery say what is wrong with them', () => {
  expect(messageOf({ ROBOTS: 'no' })).toContain('ROBOTS="no" must be open, or closed');
  expect(messageOf({ AI_CRAWLERS: 'GPTBot' })).toContain('must be allow or deny');
  expect(messageOf({ SECURITY_CONTACT: 'me' })).toContain('must be an address such as mailto:');
  expect(messageOf({ WEBSUB_HUB: 'javascript:alert(1)' })).toContain('must be a web address');
  expect(messageOf({ INDEXNOW_KEY: 'a/../b' })).toContain('letters, digits and hyphens');
});
