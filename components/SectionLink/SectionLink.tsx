import type { PageContext } from '../../edition/page-context.ts';
import { sectionPath } from '../../edition/paths.ts';
import { langOfName } from '../Page/language.ts';
import { sectionName } from './section.ts';

/** `current`: the page itself, or (`true`) a section above it. */
export type SectionLinkProps = { page: PageContext; path: string; current?: 'page' | boolean };

/** A section's name, linked to its front. */
export function SectionLink({ page, path, current }: SectionLinkProps) {
  const name = sectionName(page, path);
  return (
    <a href={sectionPath(page.edition, path)} aria-current={current || undefined} lang={langOfName(page, name)}>
      {name}
    </a>
  );
}
