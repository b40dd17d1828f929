import type { Database } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { firstPlaces } from '../list-tree.ts';
import { currentRegister } from '../register.ts';

type Filled = { names: string; filled: ReadonlySet<string>; until: number };

/** By the register, which stays the same object until something is published: every page asks. */
const known = new WeakMap<object, Filled>();

/**
 * Which of these lists hold an article that is out. The projector tells of a list whose first place changes as of a change of
 * the site, so this stands on no list of its own.
 */
export async function filledLists(database: Database, names: readonly string[]): Promise<ReadonlySet<string>> {
  readsFrom('site');
  const now = currentFill().now.getTime();
  const register = await currentRegister(database);
  const asked = JSON.stringify(names);
  let found = known.get(register);
  if (found?.names !== asked || found.until <= now) {
    found = { names: asked, ...(await readFilled(database, names, now)) };
    known.set(register, found);
  }
  if (found.until < Number.POSITIVE_INFINITY) trueUntil(found.until);
  return found.filled;
}

async function readFilled(database: Database, names: readonly string[], now: number): Promise<Omit<Filled, 'names'>> {
  const filled = new Set<string>();
  let until = Number.POSITIVE_INFINITY;
  for (const [name, at] of await firstPlaces(database, names)) {
    if (at * 1000 <= now) filled.add(name);
    else until = Math.min(until, at * 1000);
  }
  return { filled, until };
}
