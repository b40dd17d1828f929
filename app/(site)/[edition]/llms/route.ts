import { allList } from '../../../../article/lists.ts';
import { newestCards } from '../../../../db/content/queries/lists.ts';
import { llms } from '../../../../syndication/llms.ts';
import { sendData } from '../../open-data.ts';
import { openPage } from '../../open-page.ts';

const latestCount = 30;

export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  const { context, database, group, showAll } = await openPage((await params).edition);
  const latest = showAll(await newestCards(database, allList(group), latestCount));
  return sendData('text', llms(context(null), latest));
}
