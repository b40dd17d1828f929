import { crumbsTo } from '../../../../components/Breadcrumb/crumbs.ts';
import { CorrectionsPage } from '../../../../components/CorrectionsPage/CorrectionsPage.tsx';
import { newestCorrections } from '../../../../db/content/queries/corrections.ts';
import { catalogueFor } from '../../../../edition/catalogue.ts';
import { Frame } from '../../frame.tsx';
import { openPage } from '../../open-page.ts';

type Props = { params: Promise<{ edition: string }> };

export default async function Corrections({ params }: Props) {
  const { context, database, group, show } = await openPage((await params).edition);
  const items = (await newestCorrections(database, group)).map(({ card, correction }) => {
    const shown = show({ language: card.language, card, correction });
    return { card: shown.card, correction: shown.correction };
  });
  const page = context({ page: 'corrections' });
  const words = catalogueFor(page.edition.language);
  return (
    <Frame
      page={page}
      breadcrumb={crumbsTo(page, words.corrections)}
      title={words.corrections}
      description={words.correctionsIntro}
    >
      <CorrectionsPage page={page} items={items} />
    </Frame>
  );
}
