import './quick-loading.ts';
import { join, resolve } from 'node:path';
import { ensureBuilt, runChild } from './build.ts';
import { asEnvironment, type Config, ConfigError, readConfig } from './config.ts';
import { type Log, openLog, sendConsoleTo } from './log.ts';
import type { RunningSite } from './main.ts';
import { startPushing } from './pushing.ts';

/** `npm start` and `npm run dev`, once there is a Node that can run this: build, prepare the databases, listen. */

const folder = resolve(import.meta.dirname, '..');

async function launch(config: Config, development: boolean): Promise<void> {
  Object.assign(process.env, asEnvironment(config), { NODE_ENV: development ? 'development' : 'production' });
  const log = openLog(config.logLevel);
  sendConsoleTo(log);
  const prepared = prepareDatabases();
  // An early failure is reported below, when it is this one's turn.
  prepared.catch(() => {});
  const start = development ? await openDevelopment(log) : await openProduction(log);
  await prepared;
  const site = await start(config);
  const stopPushing = development ? () => {} : startPushing(config, folder, log);
  stopOnSignal(() => {
    stopPushing();
    return site.stop();
  });
  process.stdout.write(`Dateline is open at ${addressOf(config, site.port)}\n`);
}

type Start = (config: Config) => Promise<RunningSite>;

/** Builds the pages where needed and loads everything that takes time and no database. */
async function openProduction(log: Log): Promise<Start> {
  await ensureBuilt(folder, log);
  const { openRenderer } = await import('./renderer.ts');
  const { render, loadRoutes } = openRenderer(folder);
  const { readStylesheets } = await import('./firewall/stylesheets.ts');
  const stylesheets = readStylesheets(join(folder, '.next'));
  const { startSite } = await import('./main.ts');
  return (config) => startSite(config, { render, stylesheets, log, loadRoutes });
}

async function openDevelopment(log: Log): Promise<Start> {
  const { startDevelopmentSite } = await import('./development.ts');
  return (config) => startDevelopmentSite(config, { folder, log });
}

/** Migrates the databases, loads the sample edition into an empty newsroom, projects what is pending. */
const prepareDatabases = (): Promise<void> =>
  runChild(process.execPath, ['--disable-warning=ExperimentalWarning', 'cli/main.ts', 'prepare'], {
    folder,
    what: 'preparing the databases',
  });

/** The address to open: the public one, unless it stands for a port that was only chosen now. */
function addressOf(config: Config, port: number): string {
  if (config.port !== 0) return config.publicUrl;
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
}

/** The first signal lets answers under way finish; the second does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
}

try {
  await launch(readConfig(process.env), process.argv.includes('--dev'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (!(error instanceof ConfigError) && process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
