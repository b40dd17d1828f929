// A one-point perspective camera: metres to picture, and boxes, walls and floors drawn through it.
import { dark, each, light, type P, poly } from './core.ts';

export type Camera = { x: number; y: number; f: number; eye: number };

/** x right, y up, z away, all in metres. */
export const see = (c: Camera, x: number, y: number, z: number): P => [
  c.x + (x * c.f) / z,
  c.y + ((c.eye - y) * c.f) / z,
];
export const scale = (c: Camera, z: number): number => c.f / z;

export const quad = (c: Camera, pts: [number, number, number][], fill: string, more = ''): string =>
  poly(
    pts.map((p) => see(c, ...p)),
    fill,
    more,
  );

export function floor(
  c: Camera,
  x0: number,
  x1: number,
  z0: number,
  z1: number,
  fill: string,
  y = 0,
  more = '',
): string {
  return quad(
    c,
    [
      [x0, y, z0],
      [x1, y, z0],
      [x1, y, z1],
      [x0, y, z1],
    ],
    fill,
    more,
  );
}
/** A wall that runs away from the viewer at one x. */
export function side(
  c: Camera,
  x: number,
  y0: number,
  y1: number,
  z0: number,
  z1: number,
  fill: string,
  more = '',
): string {
  return quad(
    c,
    [
      [x, y0, z0],
      [x, y1, z0],
      [x, y1, z1],
      [x, y0, z1],
    ],
    fill,
    more,
  );
}
/** A wall that faces the viewer. */
export function front(
  c: Camera,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  z: number,
  fill: string,
  more = '',
): string {
  return quad(
    c,
    [
      [x0, y0, z],
      [x1, y0, z],
      [x1, y1, z],
      [x0, y1, z],
    ],
    fill,
    more,
  );
}

export function box(
  c: Camera,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  z0: number,
  z1: number,
  color: string,
  lid = light(color, 0.22),
  flank = dark(color, 0.25),
): string {
  let out = '';
  if (x0 > 0) out += side(c, x0, y0, y1, z0, z1, flank);
  if (x1 < 0) out += side(c, x1, y0, y1, z0, z1, flank);
  if (y1 < c.eye) out += floor(c, x0, x1, z0, z1, lid, y1);
  if (y0 > c.eye) out += floor(c, x0, x1, z0, z1, dark(color, 0.4), y0);
  return out + front(c, x0, x1, y0, y1, z0, color);
}

/** Tiles or boards across a floor. */
export function tiles(
  c: Camera,
  x0: number,
  x1: number,
  z0: number,
  z1: number,
  dx: number,
  dz: number,
  a: string,
  b: string,
): string {
  const cols = Math.ceil((x1 - x0) / dx);
  const rows = Math.ceil((z1 - z0) / dz);
  return (
    floor(c, x0, x1, z0, z1, a) +
    each(cols * rows, (k) => {
      const [i, j] = [k % cols, Math.floor(k / cols)];
      if ((i + j) % 2) return '';
      return floor(c, x0 + i * dx, Math.min(x1, x0 + (i + 1) * dx), z0 + j * dz, Math.min(z1, z0 + (j + 1) * dz), b);
    })
  );
}
