import type { ChildProcess } from 'node:child_process';

/** The next message of a child process. @throws when it ends without one */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown) => {
      child.off('exit', onExit);
      resolve(message as T);
    };
    const onExit = (code: number | null, signal: string | null) => {
      child.off('message', onMessage);
      reject(new Error(`${child.spawnargs.at(-1)} ended (${signal ?? `exit ${code}`}) before it answered`));
    };
    child.once('message', onMessage).once('exit', onExit);
  });
}

/** Lets go of a child that ends when its parent does, and waits for its end. */
export function dismiss(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
