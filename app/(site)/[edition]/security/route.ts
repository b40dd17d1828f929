import { trueUntil } from '../../../../db/content/fill-context.ts';
import { security, securityUntil } from '../../../../syndication/security.ts';
import { sendAbsent, sendData, siteOrigin } from '../../open-data.ts';
import { openPage } from '../../open-page.ts';

export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  const { site, now } = (await openPage((await params).edition)).context(null);
  const text = security(site, process.env.SECURITY_CONTACT || null, siteOrigin(), now);
  if (text === null) return sendAbsent();
  trueUntil(securityUntil(now));
  return sendData('text', text);
}
