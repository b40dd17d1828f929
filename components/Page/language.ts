import { groupOf } from '../../article/lists.ts';
import type { Language } from '../../article/record.ts';
import type { PageContext } from '../../edition/page-context.ts';

/** The `lang` a part needs: none when it reads in the page's own language (Chinese is shown in the edition's script). */
export const langOf = (page: PageContext, language: Language): Language | undefined =>
  groupOf(language) === groupOf(page.edition.language) ? undefined : language;

/** The same for words stored without a language (names, what settings say in one only): Chinese ones on a page that is not. */
export function langOfName({ edition, site }: PageContext, name: string): Language | undefined {
  if (edition.language !== 'en') return undefined;
  const count = (letters: RegExp) => name.match(letters)?.length ?? 0;
  if (count(/\p{Script=Han}/gu) <= count(/\p{Script=Latin}/gu)) return undefined;
  return site.editions.find(({ language }) => language !== 'en')?.language ?? 'zh-Hans';
}
