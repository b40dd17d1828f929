/** The one owner of picture widths: which renditions a picture has, and where each is found. */

const widths = [320, 640, 960, 1280, 1600] as const;
export const renditionFormats = ['avif', 'webp', 'jpg'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/** Widest master worth keeping, in pixels. */
export const maxMasterWidth = 2_560;

/** Widths in pixels a picture is offered in; never wider than its master, and its own width when it is small. */
export function renditionWidths(masterWidth: number): number[] {
  const fitting = widths.filter((width) => width <= masterWidth);
  return fitting.length > 0 ? fitting : [masterWidth];
}

/** File name of a rendition; the id is a hash of the picture's content, so the name can be cached for ever. */
export function renditionName(media: string, width: number, format: RenditionFormat): string {
  return `${media}-${width}.${format}`;
}

export const renditionNamePattern = /^([0-9a-f]{16})-(\d{1,4})\.(avif|webp|jpg)$/;
