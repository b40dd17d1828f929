import type { Media } from '../../article/record.ts';
import { renditionName, renditionWidths } from '../../article/rendition.ts';
import { mediaPath } from '../../edition/paths.ts';

export type PhotoProps = {
  media: string;
  /** The master's size. */
  size: Media;
  alt: string;
  /** Where it stands, as the `sizes` attribute says it. */
  sizes: string;
  /** The picture a page opens with: fetched first. All others wait until they are near. */
  first?: boolean;
};

/** Widths worth offering for a picture read at column width or wider; the smallest only serves lists. */
const fallbackWidth = 960;

/** A picture in full: AVIF in the width that fits, JPEG for browsers without it. */
export function Photo({ media, size, alt, sizes, first }: PhotoProps) {
  const all = renditionWidths(size.width);
  const offered = all.length > 1 ? all.slice(1) : all;
  const widest = all.at(-1) ?? size.width;
  const fallback = all.find((width) => width >= fallbackWidth) ?? widest;
  const name = (width: number) => mediaPath(renditionName(media, width, 'avif'));
  return (
    <picture>
      <source type="image/avif" srcSet={offered.map((width) => `${name(width)} ${width}w`).join()} sizes={sizes} />
      <img
        src={mediaPath(renditionName(media, fallback, 'jpg'))}
        width={widest}
        height={Math.max(1, Math.round((widest * size.height) / size.width))}
        alt={alt}
        loading={first ? undefined : 'lazy'}
        decoding={first ? undefined : 'async'}
        fetchPriority={first ? 'high' : undefined}
      />
    </picture>
  );
}
