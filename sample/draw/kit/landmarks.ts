// Lanterns, street lamps, pagodas, rails.
import { roof } from './buildings.ts';
import { dark, each, glow, light, lin, line, n, oval, type P, path, poly, range, rect, round, wire } from './core.ts';

export function lantern(x: number, y: number, s: number, color = '#d8342b', lit = '#ffcf70', string = 40): string {
  return (
    line(x, y - s * 0.55 - string, x, y - s * 0.5, '#3a2a2a', Math.max(1, s * 0.03)) +
    glow(x, y, s * 1.8, lit, 0.38) +
    oval(x, y, s * 0.56, s * 0.46, rad2(color, lit)) +
    wire(
      range(3)
        .map((i) => `M${n(x)} ${n(y - s * 0.46)}Q${n(x + (i - 1) * s * 0.62)} ${n(y)} ${n(x)} ${n(y + s * 0.46)}`)
        .join(''),
      dark(color, 0.3),
      Math.max(0.8, s * 0.025),
      'opacity="0.6"',
    ) +
    rect(x - s * 0.2, y - s * 0.54, s * 0.4, s * 0.1, '#e8b552') +
    rect(x - s * 0.2, y + s * 0.43, s * 0.4, s * 0.1, '#e8b552') +
    wire(
      `M${n(x - s * 0.08)} ${n(y + s * 0.52)}v${n(s * 0.36)}M${n(x)} ${n(y + s * 0.52)}v${n(s * 0.42)}M${n(x + s * 0.08)} ${n(y + s * 0.52)}v${n(s * 0.36)}`,
      color,
      Math.max(1, s * 0.04),
    )
  );
}
const rad2 = (color: string, lit: string): string =>
  lin([
    [0, dark(color, 0.18)],
    [0.4, color],
    [0.62, light(lit, 0.1)],
    [1, color],
  ]);

export function streetlamp(x: number, y: number, h: number, color: string, lit = '', dir = 1): string {
  return (
    wire(
      `M${n(x)} ${n(y)}V${n(y - h * 0.88)}Q${n(x)} ${n(y - h)} ${n(x + dir * h * 0.1)} ${n(y - h)}H${n(x + dir * h * 0.2)}`,
      color,
      Math.max(2, h * 0.016),
    ) +
    round(x + dir * h * 0.15 - (dir < 0 ? h * 0.1 : 0), y - h * 1.012, h * 0.1, h * 0.024, h * 0.01, color) +
    (lit ? glow(x + dir * h * 0.2, y - h * 0.97, h * 0.3, lit, 0.7) : '')
  );
}

/** A pagoda of diminishing storeys. */
export function pagoda(x: number, y: number, h: number, tiers: number, wall: string, tile: string, lit = ''): string {
  let out = '';
  const th = (h * 0.86) / tiers;
  for (let i = 0; i < tiers; i++) {
    const w = h * 0.25 * (1 - i * (0.55 / tiers));
    const yy = y - i * th;
    out += rect(x - w / 2, yy - th, w, th, wall) + rect(x + w * 0.18, yy - th, w * 0.32, th, dark(wall, 0.22));
    out += each(3, (k) =>
      path(
        `M${n(x - w * 0.36 + k * w * 0.27)} ${n(yy - th * 0.1)}v${n(-th * 0.42)}a${n(w * 0.08)} ${n(w * 0.1)} 0 0 1 ${n(w * 0.16)} 0v${n(th * 0.42)}Z`,
        lit || dark(wall, 0.5),
      ),
    );
    out += roof(x - w * 0.56, yy - th * 0.72, w * 1.12, th * 0.42, tile, 0.55, 0.1);
  }
  const top = y - tiers * th;
  return (
    out +
    poly(
      [
        [x - h * 0.045, top + th * 0.1],
        [x + h * 0.045, top + th * 0.1],
        [x, top - h * 0.06],
      ],
      tile,
    ) +
    line(x, top, x, top - h * 0.16, dark(tile, 0.2), h * 0.01) +
    oval(x, top - h * 0.08, h * 0.014, h * 0.018, tile)
  );
}

/** A wall of posts, a fence, a rail. */
export function rail(x0: number, x1: number, y: number, h: number, color: string, gap = 40): string {
  const count = Math.floor((x1 - x0) / gap);
  const posts: P[] = range(count + 1).map((i): P => [x0 + i * gap, y]);
  return (
    posts.map(([x]) => rect(x - h * 0.04, y - h, h * 0.08, h, color)).join('') +
    rect(x0, y - h, x1 - x0, h * 0.1, color) +
    rect(x0, y - h * 0.5, x1 - x0, h * 0.06, color)
  );
}
