import { registerDocument } from '../../../../db/content/queries/proof.ts';
import { sendData } from '../../open-data.ts';
import { openPage } from '../../open-page.ts';

type Props = { params: Promise<{ edition: string }> };

/** What is published now, as the newsroom signed it. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { database } = await openPage((await params).edition);
  return sendData('register', JSON.stringify(await registerDocument(database)));
}
