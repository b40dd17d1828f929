import { groupOf } from '../../../../../article/lists.ts';
import { setChangedAt } from '../../../../../db/content/fill-context.ts';
import { recordDocument } from '../../../../../db/content/queries/proof.ts';
import { changedAt } from '../../../../../syndication/changed-at.ts';
import { sendAbsent, sendData } from '../../../open-data.ts';
import { openPage } from '../../../open-page.ts';

type Props = { params: Promise<{ edition: string; path: string[] }> };

/** The record of an article, where its page is: also of one that was withdrawn, whose record says why. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { edition, path } = await params;
  const { database, group } = await openPage(edition);
  const document = await recordDocument(database, `/${path.join('/')}`);
  if (!document || groupOf(document.record.language) !== group) return sendAbsent();
  setChangedAt(changedAt(document.record));
  return sendData('record', JSON.stringify(document));
}
