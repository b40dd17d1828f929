import { articlesDocument, topicsDocument } from '../../../../../../db/content/queries/proof.ts';
import { sendAbsent, sendData } from '../../../../open-data.ts';
import { openPage } from '../../../../open-page.ts';

type Props = { params: Promise<{ edition: string; family: string; chunk: string }> };

/** A chunk of the register, with what is hashed at its places. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { edition, family, chunk } = await params;
  const { database } = await openPage(edition);
  const read = family === 'topics' ? topicsDocument : articlesDocument;
  const document = await read(database, Number(chunk));
  return document ? sendData('places', JSON.stringify(document)) : sendAbsent();
}
