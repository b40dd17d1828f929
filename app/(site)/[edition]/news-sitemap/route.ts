import { newsSitemap } from '../../../../syndication/sitemaps/news-sitemap.ts';
import { sendAbsent, sendData, siteOrigin } from '../../open-data.ts';
import { openPage } from '../../open-page.ts';
import { readNews } from '../../sitemaps.ts';

export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  const opened = await openPage((await params).edition);
  const { site, edition } = opened.context(null);
  const cards = await readNews(opened);
  return cards ? sendData('news-sitemap', newsSitemap(cards, site, edition, siteOrigin())) : sendAbsent();
}
