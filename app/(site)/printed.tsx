import type { ReactNode } from 'react';
import { currentFill } from '../../db/content/fill-context.ts';

/**
 * Everything a page says and shows. It is handed to the fill, which prints it (server/printing.ts): Next would render it twice,
 * for a browser that runs React, and nobody here runs React. In development Next renders it.
 */
export function Printed({ language, children }: { language: string; children: ReactNode }) {
  const { print } = currentFill();
  if (!print) return children;
  print.page = { language, tree: children };
  return null;
}
