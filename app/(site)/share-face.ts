import type { Card } from '../../article/record.ts';
import { sectionHue, sectionName } from '../../components/SectionLink/section.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { mediaPath } from '../../edition/paths.ts';
import { type ShareFace, sharePictureName } from '../../edition/share-picture.ts';
import { editionTag, nameIn } from '../../edition/site.ts';

/** What is drawn of an article for its shared links. The card is in the edition's script already. */
export function faceOf(page: PageContext, { headline, section, picture }: Card): ShareFace {
  const { edition, site } = page;
  return {
    headline,
    section: sectionName(page, section),
    hue: sectionHue(page, section) ?? 1,
    siteName: nameIn(site.name, edition.language),
    tag: editionTag(edition),
    picture: picture?.media ?? null,
  };
}

export const sharePicturePath = (page: PageContext, card: Card): string =>
  mediaPath(sharePictureName(card.id, faceOf(page, card)));
