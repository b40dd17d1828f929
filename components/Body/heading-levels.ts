import type { Block } from '../../article/body.ts';

/**
 * The level each heading is shown at. Imported articles often open with an `h3` or skip from `h2` to `h4`;
 * under the page's `h1` a level may only be one deeper than the heading before it (WCAG 1.3.1, technique G141).
 */
export function headingLevels(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const levels = new Map<Block, number>();
  let previous = 1;
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    previous = Math.min(block.attrs.level, previous + 1);
    levels.set(block, previous);
  }
  return levels;
}
