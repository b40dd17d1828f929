import { groupOf, seconds, sectionList } from '../../../../../article/lists.ts';
import { type ArticleRecord, cardOf } from '../../../../../article/record.ts';
import { descriptionLength, plainText, shorten } from '../../../../../article/text.ts';
import { ArticlePage } from '../../../../../components/ArticlePage/ArticlePage.tsx';
import { crumbsTo, crumbsToArticle } from '../../../../../components/Breadcrumb/crumbs.ts';
import type { SharedArticle } from '../../../../../components/ShareCard/ShareCard.tsx';
import { newsArticle } from '../../../../../components/StructuredData/news-article.ts';
import { WithdrawnPage } from '../../../../../components/WithdrawnPage/WithdrawnPage.tsx';
import { setRedirect, setStatus } from '../../../../../db/content/fill-context.ts';
import { findArticle } from '../../../../../db/content/queries/articles.ts';
import { neighbours } from '../../../../../db/content/queries/lists.ts';
import { recommendedFor } from '../../../../../db/content/queries/recommended.ts';
import { translationsOf } from '../../../../../db/content/queries/translations.ts';
import { catalogueFor } from '../../../../../edition/catalogue.ts';
import type { PageContext } from '../../../../../edition/page-context.ts';
import { articlePath } from '../../../../../edition/paths.ts';
import { Frame } from '../../../frame.tsx';
import { Missing } from '../../../missing.tsx';
import { openPage } from '../../../open-page.ts';
import { readership } from '../../../readership.ts';
import { sharePicturePath } from '../../../share-face.ts';

type Props = { params: Promise<{ edition: string; path: string[] }> };

/** The standfirst, or else how the text begins. */
const descriptionOf = ({ standfirst, body }: ArticleRecord): string =>
  shorten(standfirst ?? plainText(body).replace(/\s+/g, ' '), descriptionLength);

function sharedOf(page: PageContext, record: ArticleRecord): SharedArticle {
  const { headline, publishedAt, updatedAt } = record;
  const picture = sharePicturePath(page, cardOf(record));
  return { title: headline, description: descriptionOf(record), publishedAt, updatedAt, picture };
}

export default async function Article({ params }: Props) {
  const { edition, path: slugs } = await params;
  const path = `/${slugs.join('/')}`;
  const opened = await openPage(edition);
  const { database, group, script, show } = opened;
  const found = await findArticle(database, path);
  if (!found) return <Missing opened={opened} formerly={path} />;
  const page = opened.context({ page: 'article', path });
  const record = show(found.record);
  if (record.status === 'withdrawn') return <Withdrawn page={page} record={record} />;
  if (groupOf(record.language) !== group) {
    // The article is not of this edition's language: it lives in the edition that has it.
    const home = page.site.editions.find((edition) => groupOf(edition.language) === groupOf(record.language));
    if (home) {
      setRedirect(articlePath(home, path));
      return null;
    }
  }
  const translations = await translationsOf(database, record);
  const place = { id: record.id, at: seconds(record.publishedAt), number: found.number };
  const shared = sharedOf(page, record);
  const beside = await neighbours(database, sectionList(groupOf(record.language), record.section), place);
  const recommended = await recommendedFor(database, found, readership);
  return (
    <Frame
      page={page}
      breadcrumb={crumbsToArticle(page, record.section)}
      title={record.headline}
      description={shared.description}
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

function Withdrawn({ page, record }: { page: PageContext; record: ArticleRecord }) {
  const title = catalogueFor(page.edition.language).withdrawnTitle;
  setStatus(410);
  return (
    <Frame page={page} breadcrumb={crumbsTo(page, title, record.section)} title={title} noindex>
      <WithdrawnPage page={page} withdrawn={record.withdrawn ?? { at: record.publishedAt, reason: '' }} />
    </Frame>
  );
}
