import { format } from 'node:util';
import { destination, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'error' | 'warn' | 'info' | 'debug' | 'isLevelEnabled'>;

/** One JSON object per line on stderr. Requests are logged at debug, what needs a person at error. */
export function openLog(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, destination({ fd: 2, sync: true }));
}

/** Stdout carries one line, the address of the site; what libraries print goes to the log. */
export function sendConsoleTo(log: Log): void {
  console.log = (...words: unknown[]) => log.debug({ from: 'console' }, format(...words));
  console.info = console.log;
  console.debug = console.log;
  console.warn = (...words: unknown[]) => log.warn({ from: 'console' }, format(...words));
  console.error = (...words: unknown[]) => log.error({ from: 'console' }, format(...words));
}
