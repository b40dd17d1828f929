import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the kernel says a process has used. Linux only: /proc is where it says so (proc_pid_stat(5), proc_pid_status(5)). */

/** CPU time of all threads of a process, user and system together, in seconds. @throws when it is gone */
export const cpuSeconds = (pid: number): number =>
  readCpuTicks(readFileSync(`/proc/${pid}/stat`, 'utf8')) / ticksPerSecond();

/** Resident memory of a process in bytes. @throws when it is gone */
export const residentBytes = (pid: number): number => readResidentBytes(readFileSync(`/proc/${pid}/status`, 'utf8'));

const userTime = 14;
const systemTime = 15;

/** utime + stime of a /proc/<pid>/stat line, in clock ticks; children it waited for are not in it. */
export function readCpuTicks(stat: string): number {
  // The second field is the program's name in brackets, and a name may hold spaces and brackets.
  const afterName = stat.lastIndexOf(') ');
  const fields = stat.slice(afterName + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  const ticks = field(userTime) + field(systemTime);
  if (afterName < 0 || !Number.isFinite(ticks)) throw new Error(`not a line of /proc/<pid>/stat: ${stat.slice(0, 80)}`);
  return ticks;
}

/** VmRSS of a /proc/<pid>/status text, in bytes. */
export function readResidentBytes(status: string): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (!kibibytes) throw new Error('no VmRSS line in /proc/<pid>/status');
  return Number(kibibytes) * 1024;
}

let ticks: number | undefined;
const ticksPerSecond = (): number => (ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })));
