import { groupOf } from '../../article/lists.ts';
import type { Language } from '../../article/record.ts';
import type { PageContext } from '../../edition/page-context.ts';

/** The `lang` a part needs: none when it reads in the page's own language (Chinese is shown in the edition's script). */
export const langOf = (page: PageContext, language: Language): Language | undefined =>
  groupOf(language) === groupOf(page.edition.language) ? undefined : language;
