import type { Card } from '../../article/record.ts';
import { renditionName, renditionWidths } from '../../article/rendition.ts';
import { mediaPath } from '../../edition/paths.ts';

export type ThumbnailProps = {
  picture: NonNullable<Card['picture']>;
  /** The width it is shown at, in CSS pixels; a rendition of twice that serves dense screens. */
  width?: 112 | 320 | 640;
  eager?: boolean;
};

/** A list's picture. It stands beside the headline that says what it shows, so it has no text of its own. */
export function Thumbnail({ picture, width = 320, eager }: ThumbnailProps) {
  const { media } = picture;
  const [plain, dense] = thumbnailWidths(picture.width, width);
  const address = (wide: number) => mediaPath(renditionName(media, wide, 'webp'));
  return (
    <img
      src={address(plain)}
      srcSet={dense ? `${address(dense)} 2x` : undefined}
      width={plain}
      height={Math.max(1, Math.round((plain * picture.height) / picture.width))}
      alt=""
      loading={eager ? undefined : 'lazy'}
    />
  );
}

/** The rendition for plain screens, and the one for dense screens when the master is wide enough to have a better one. */
export function thumbnailWidths(masterWidth: number, shown: number): [number, number | null] {
  const widths = renditionWidths(masterWidth);
  const widest = widths.at(-1) ?? masterWidth;
  const plain = widths.find((width) => width >= shown) ?? widest;
  const dense = widths.find((width) => width >= shown * 2) ?? widest;
  return [plain, dense > plain ? dense : null];
}
