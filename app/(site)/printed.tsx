import type { ReactNode } from 'react';
import { currentFill } from '../../db/content/fill-context.ts';

/**
 * Everything a page shows. Next would render it twice: to Flight, for a browser that runs React, and from there to HTML.
 * Nobody here runs React, so the tree is handed to the fill, which prints it once (server/printing.ts) in the place left for it.
 * In development Next renders it.
 */
export function Printed({ children }: { children: ReactNode }) {
  const { print } = currentFill();
  if (!print) return children;
  print.tree = children;
  return <template id="page" />;
}
