import { allList } from '../../article/lists.ts';
import { crumbsTo } from '../../components/Breadcrumb/crumbs.ts';
import { MissingPage } from '../../components/MissingPage/MissingPage.tsx';
import { setStatus } from '../../db/content/fill-context.ts';
import { newestCards } from '../../db/content/queries/lists.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { Frame } from './frame.tsx';
import type { OpenPage } from './open-page.ts';

const offered = 4;

/** The page for an address that has none: 404, with a way on. */
export async function Missing({ opened }: { opened: OpenPage }) {
  setStatus(404);
  const page = opened.context(null);
  const latest = opened.showAll(await newestCards(opened.database, allList(opened.group), offered));
  const title = catalogueFor(page.edition.language).notFoundTitle;
  return (
    <Frame page={page} breadcrumb={crumbsTo(page, title)} title={title} noindex>
      <MissingPage page={page} latest={latest} />
    </Frame>
  );
}
