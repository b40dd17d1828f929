import type { Card } from '../../article/record.ts';
import { shorten } from '../../article/text.ts';
import { sectionHue, sectionName } from '../../components/SectionLink/section.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { mediaPath } from '../../edition/paths.ts';
import { paperFace, type ShareFace, sharePictureName } from '../../edition/share-picture.ts';
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

const taglineLength = { 'zh-Hans': 28, 'zh-Hant': 28, en: 56 };

/** What is drawn of the paper itself, for links to its fronts and lists. */
export function faceOfPaper({ edition, site }: PageContext): ShareFace {
  const tagline = nameIn(site.tagline, edition.language);
  return {
    headline: nameIn(site.name, edition.language),
    section: '',
    hue: 1,
    siteName: shorten(tagline, taglineLength[edition.language]),
    tag: editionTag(edition),
    picture: null,
  };
}

export const paperPicturePath = (page: PageContext): string =>
  mediaPath(sharePictureName(paperFace, faceOfPaper(page)));

export const sharePicturePath = (page: PageContext, card: Card): string =>
  mediaPath(sharePictureName(card.id, faceOf(page, card)));
