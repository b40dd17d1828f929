import { sitemap, sitemapIndex } from '../../../../../syndication/sitemaps/sitemap.ts';
import { sendAbsent, sendData } from '../../../open-data.ts';
import { openPage } from '../../../open-page.ts';
import { readArticles, readIndex, readPages } from '../../../sitemaps.ts';

type Props = { params: Promise<{ edition: string; file: string }> };

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { edition, file } = await params;
  const opened = await openPage(edition);
  if (file === 'index') return sendData('sitemap-index', sitemapIndex(await readIndex(opened)));
  const urls = file === 'pages' ? await readPages(opened) : await readArticles(opened, Number(file));
  return urls ? sendData('sitemap', sitemap(urls)) : sendAbsent();
}
