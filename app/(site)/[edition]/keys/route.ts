import { trustedKeys } from '../../../../db/content/trust.ts';
import { sendData } from '../../open-data.ts';
import { openPage } from '../../open-page.ts';

type Props = { params: Promise<{ edition: string }> };

/** The keys this site believes, signed by the newsroom. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  // A rotation publishes the site's settings: with their tag the list is made anew.
  await openPage((await params).edition);
  return sendData('keys', JSON.stringify(trustedKeys()));
}
