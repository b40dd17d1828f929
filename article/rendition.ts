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

/** Shapes in which search results show an article's picture (JPEG). */
export const cropShapes = ['16x9', '4x3', '1x1'] as const;
export type CropShape = (typeof cropShapes)[number];

const maxCropWidth = 1_200;

export const cropName = (media: string, shape: CropShape) => `${media}-${shape}.jpg`;

/** Size in pixels of a crop of a picture: as large as it can be without enlarging, 1,200 wide at most. */
export function cropSize({ width, height }: { width: number; height: number }, shape: CropShape) {
  const [across = 1, down = 1] = shape.split('x').map(Number);
  const fitting = Math.max(1, Math.floor(Math.min(maxCropWidth, width, (height * across) / down)));
  return { width: fitting, height: Math.max(1, Math.min(height, Math.round((fitting * down) / across))) };
}

export const renditionNamePattern = /^([0-9a-f]{16})-(\d{1,4}|16x9|4x3|1x1)\.(avif|webp|jpg)$/;
