import { cardsByIds } from '../../../../../db/content/queries/articles.ts';
import { paperFace } from '../../../../../edition/share-picture.ts';
import { openPage } from '../../../open-page.ts';
import { faceOf, faceOfPaper } from '../../../share-face.ts';

type Props = { params: Promise<{ edition: string; article: string }> };

/** What the share picture of an article or of the paper shows, for the server to draw; null when no reader may see the article. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { edition, article } = await params;
  const opened = await openPage(edition);
  if (article === paperFace) return Response.json(faceOfPaper(opened.context(null)));
  const [card] = opened.showAll(await cardsByIds(opened.database, [article]));
  return Response.json(card ? faceOf(opened.context(null), card) : null);
}
