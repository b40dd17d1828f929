import type { Metadata } from 'next';
import { cache } from 'react';
import { groupOf, seconds, sectionList } from '../../../../../article/lists.ts';
import { type ArticleRecord, cardOf } from '../../../../../article/record.ts';
import { descriptionLength, plainText, shorten } from '../../../../../article/text.ts';
import { ArticlePage } from '../../../../../components/ArticlePage/ArticlePage.tsx';
import { crumbsTo, crumbsToArticle } from '../../../../../components/Breadcrumb/crumbs.ts';
import type { SharedArticle } from '../../../../../components/ShareCard/ShareCard.tsx';
import { newsArticle } from '../../../../../components/StructuredData/news-article.ts';
import { WithdrawnPage } from '../../../../../components/WithdrawnPage/WithdrawnPage.tsx';
import { setRedirect, setStatus } from '../../../../../db/content/fill-context.ts';
import { findArticle, findFormerPath } from '../../../../../db/content/queries/articles.ts';
import { neighbours } from '../../../../../db/content/queries/lists.ts';
import { recommendedFor } from '../../../../../db/content/queries/recommended.ts';
import { translationsOf } from '../../../../../db/content/queries/translations.ts';
import { catalogueFor } from '../../../../../edition/catalogue.ts';
import type { PageContext } from '../../../../../edition/page-context.ts';
import { articlePath } from '../../../../../edition/paths.ts';
import { Frame } from '../../../frame.tsx';
import { Missing } from '../../../missing.tsx';
import { openPage } from '../../../open-page.ts';
import { pageMetadata } from '../../../page-metadata.ts';
import { readership } from '../../../readership.ts';
import { sharePicturePath } from '../../../share-face.ts';

type Props = { params: Promise<{ edition: string; path: string[] }> };

const load = cache(async (edition: string, path: string) => {
  const opened = await openPage(edition);
  const found = await findArticle(opened.database, path);
  const translations = found?.record.status === 'published' ? await translationsOf(opened.database, found.record) : [];
  const page = opened.context(found ? { page: 'article', path } : null);
  return { opened, found, record: found && opened.show(found.record), page, translations };
});

const read = async (params: Props['params']) => {
  const { edition, path } = await params;
  return { path: `/${path.join('/')}`, ...(await load(edition, `/${path.join('/')}`)) };
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page, record, translations } = await read(params);
  const words = catalogueFor(page.edition.language);
  if (!record) return pageMetadata(page, { title: words.notFoundTitle, noindex: true });
  if (record.status === 'withdrawn') return pageMetadata(page, { title: words.withdrawnTitle, noindex: true });
  return pageMetadata(page, {
    title: record.headline,
    description: descriptionOf(record),
    translations,
  });
}

/** The standfirst, or else how the text begins. */
const descriptionOf = ({ standfirst, body }: ArticleRecord): string =>
  shorten(standfirst ?? plainText(body).replace(/\s+/g, ' '), descriptionLength);

function sharedOf(page: PageContext, record: ArticleRecord): SharedArticle {
  const { headline, publishedAt, updatedAt } = record;
  const picture = sharePicturePath(page, cardOf(record));
  return { title: headline, description: descriptionOf(record), publishedAt, updatedAt, picture };
}

export default async function Article({ params }: Props) {
  const { found, opened, page, path, record, translations } = await read(params);
  const { database, group, script, show } = opened;
  if (!found || !record) {
    const moved = await findFormerPath(database, path);
    if (moved) setRedirect(articlePath(page.edition, moved));
    return <Missing opened={opened} />;
  }
  if (record.status === 'withdrawn') {
    setStatus(410);
    return (
      <Frame
        page={page}
        breadcrumb={crumbsTo(page, catalogueFor(page.edition.language).withdrawnTitle, record.section)}
      >
        <WithdrawnPage page={page} withdrawn={record.withdrawn ?? { at: record.publishedAt, reason: '' }} />
      </Frame>
    );
  }
  if (groupOf(record.language) !== group) {
    // The article is not of this edition's language: it lives in the edition that has it.
    const home = page.site.editions.find((edition) => groupOf(edition.language) === groupOf(record.language));
    if (home) setRedirect(articlePath(home, path));
  }
  const place = { id: record.id, at: seconds(record.publishedAt), number: found.number };
  const shared = sharedOf(page, record);
  const beside = await neighbours(database, sectionList(groupOf(record.language), record.section), place);
  const recommended = await recommendedFor(database, found, readership);
  return (
    <Frame
      page={page}
      breadcrumb={crumbsToArticle(page, record.section)}
      translations={translations}
      shared={shared}
      things={[newsArticle(page, record, shared.picture)]}
    >
      <ArticlePage
        page={page}
        record={record}
        recommended={recommended.map(({ card, reason }) => ({ card: show(card), reason: script.showName(reason) }))}
        previous={beside.previous && show(beside.previous)}
        next={beside.next && show(beside.next)}
      />
    </Frame>
  );
}
