import { allList } from '../../article/lists.ts';
import { crumbsTo } from '../../components/Breadcrumb/crumbs.ts';
import { MissingPage } from '../../components/MissingPage/MissingPage.tsx';
import { setRedirect, setStatus } from '../../db/content/fill-context.ts';
import { findFormerPath } from '../../db/content/queries/articles.ts';
import { newestCards } from '../../db/content/queries/lists.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { articlePath } from '../../edition/paths.ts';
import { Frame } from './frame.tsx';
import type { OpenPage } from './open-page.ts';

const offered = 4;

type Props = {
  opened: OpenPage;
  /** The address asked for, without the edition's prefix, where an article may have lived there once. */
  formerly?: string | null;
};

/** The page for an address that has none: 404, with a way on; or the way to the article that once had it. */
export async function Missing({ opened, formerly = null }: Props) {
  const page = opened.context(null);
  const moved = formerly === null ? null : await findFormerPath(opened.database, formerly);
  if (moved) {
    setRedirect(articlePath(page.edition, moved));
    return null;
  }
  setStatus(404);
  const latest = opened.showAll(await newestCards(opened.database, allList(opened.group), offered));
  const title = catalogueFor(page.edition.language).notFoundTitle;
  return (
    <Frame page={page} breadcrumb={crumbsTo(page, title)} title={title} noindex>
      <MissingPage page={page} latest={latest} />
    </Frame>
  );
}
