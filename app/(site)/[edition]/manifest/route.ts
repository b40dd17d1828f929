import { manifest } from '../../../../syndication/manifest.ts';
import { sendData, siteOrigin } from '../../open-data.ts';
import { openPage } from '../../open-page.ts';

export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  const { site, edition } = (await openPage((await params).edition)).context(null);
  return sendData('manifest', manifest(site, edition, siteOrigin()));
}
