import { groupOf } from '../../../../../article/lists.ts';
import { setChangedAt, setRedirect } from '../../../../../db/content/fill-context.ts';
import { findArticle, findFormerPath } from '../../../../../db/content/queries/articles.ts';
import { markdownPath } from '../../../../../edition/data-paths.ts';
import { changedAt } from '../../../../../syndication/changed-at.ts';
import { articleMarkdown } from '../../../../../syndication/markdown.ts';
import { sendAbsent, sendData, siteOrigin } from '../../../open-data.ts';
import { openPage } from '../../../open-page.ts';

type Props = { params: Promise<{ edition: string; path: string[] }> };

/** The article whose page has the same address, as Markdown. It moves and leaves with the page. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { edition: tag, path: segments } = await params;
  const path = `/${segments.join('/')}`;
  const { context, database, group, show } = await openPage(tag);
  const { site, edition } = context(null);
  const found = await findArticle(database, path);
  if (!found) {
    const moved = await findFormerPath(database, path);
    if (moved) setRedirect(markdownPath(edition, moved));
    return sendAbsent();
  }
  const record = show(found.record);
  if (record.status === 'withdrawn') return sendAbsent(410);
  if (groupOf(record.language) === group) {
    setChangedAt(changedAt(record));
    return sendData('markdown', articleMarkdown(record, edition.language, siteOrigin()));
  }
  const home = site.editions.find(({ language }) => groupOf(language) === groupOf(record.language));
  if (home) setRedirect(markdownPath(home, path));
  return sendAbsent();
}
