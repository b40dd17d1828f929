import { setRedirect } from '../../../../db/content/fill-context.ts';
import { findFormerPath } from '../../../../db/content/queries/articles.ts';
import { articlePath } from '../../../../edition/paths.ts';
import { Missing } from '../../missing.tsx';
import { openPage } from '../../open-page.ts';

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<{ path?: string }> };

/** Every address no page has: one that an article once had leads there, any other is 404. */
export default async function MissingRoute({ params, searchParams }: Props) {
  const opened = await openPage((await params).edition);
  const { edition } = opened.context(null);
  const { path } = await searchParams;
  const moved =
    typeof path === 'string' ? await findFormerPath(opened.database, path.slice(edition.prefix.length)) : null;
  if (!moved) return <Missing opened={opened} />;
  setRedirect(articlePath(edition, moved));
  return null;
}
