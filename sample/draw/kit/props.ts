// Things found in rooms: windows, lamps, books, bowls, screens, bottles, desks.
import {
  circ,
  dark,
  each,
  fade,
  glow,
  light,
  lin,
  line,
  n,
  oval,
  path,
  pick,
  poly,
  rect,
  rng,
  round,
  wire,
} from './core.ts';

export function pendant(x: number, y: number, s: number, shade: string, lit = '#ffe3a0', top = 0): string {
  return (
    line(x, top, x, y - s * 0.5, '#2a2630', 3) +
    glow(x, y + s * 0.4, s * 3, lit, 0.5) +
    oval(x, y, s * 0.22, s * 0.2, '#fff8e0') +
    path(
      `M${n(x - s * 0.6)} ${n(y)}Q${n(x - s * 0.5)} ${n(y - s * 0.5)} ${n(x)} ${n(y - s * 0.55)}Q${n(x + s * 0.5)} ${n(y - s * 0.5)} ${n(x + s * 0.6)} ${n(y)}Z`,
      shade,
    ) +
    path(
      `M${n(x)} ${n(y - s * 0.55)}Q${n(x + s * 0.5)} ${n(y - s * 0.5)} ${n(x + s * 0.6)} ${n(y)}H${n(x + s * 0.16)}Q${n(x + s * 0.2)} ${n(y - s * 0.3)} ${n(x)} ${n(y - s * 0.55)}Z`,
      dark(shade, 0.25),
    )
  );
}

/** A row of books on a shelf. */
export function books(x: number, y: number, w: number, h: number, colors: string[], seed: number): string {
  const r = rng(seed);
  let out = '';
  let px = x;
  while (px < x + w - 6) {
    const bw = Math.min(h * (0.1 + r() * 0.14), x + w - px);
    const bh = h * (0.66 + r() * 0.28);
    const c = pick(colors, Math.floor(r() * colors.length));
    if (r() > 0.93) {
      px += bw * 2;
      continue;
    }
    out +=
      rect(px, y - bh, bw - 1.5, bh, c) +
      rect(px + bw * 0.66, y - bh, bw * 0.34 - 1.5, bh, dark(c, 0.2)) +
      rect(px + 1, y - bh * 0.82, bw - 3.5, bh * 0.06, light(c, 0.5));
    px += bw;
  }
  return out;
}

export function bookcase(
  x: number,
  y: number,
  w: number,
  h: number,
  rows: number,
  wood: string,
  colors: string[],
  seed: number,
): string {
  const rh = h / rows;
  return (
    rect(x, y - h, w, h, dark(wood, 0.55)) +
    each(
      rows,
      (i) =>
        books(x + 8, y - i * rh - 7, w - 16, rh * 0.88, colors, seed + i) +
        rect(x, y - i * rh - 8, w, 9, wood) +
        fade(0.3, rect(x, y - (i + 1) * rh, w, rh * 0.14, '#0c1226')),
    ) +
    rect(x - 5, y - h - 8, 13, h + 8, light(wood, 0.08)) +
    rect(x + w - 8, y - h - 8, 13, h + 8, dark(wood, 0.15)) +
    rect(x - 9, y - h - 14, w + 18, 14, light(wood, 0.12))
  );
}

export function windowPane(
  x: number,
  y: number,
  w: number,
  h: number,
  view: string,
  frame: string,
  cols = 2,
  rows = 3,
): string {
  return (
    rect(x - 10, y - 10, w + 20, h + 20, frame) +
    rect(x, y, w, h, view) +
    each(cols - 1, (i) => rect(x + ((i + 1) * w) / cols - 3, y, 6, h, frame)) +
    each(rows - 1, (i) => rect(x, y + ((i + 1) * h) / rows - 3, w, 6, frame)) +
    poly(
      [
        [x + w * 0.1, y],
        [x + w * 0.35, y],
        [x + w * 0.12, y + h],
        [x, y + h],
        [x, y + h * 0.5],
      ],
      '#ffffff',
      'opacity="0.15"',
    )
  );
}

export function steam(x: number, y: number, h: number, color = '#fff6e6', opacity = 0.5): string {
  return fade(
    opacity,
    each(3, (i) =>
      wire(
        `M${n(x + (i - 1) * h * 0.16)} ${n(y)}C${n(x + (i - 1) * h * 0.16 + h * 0.14)} ${n(y - h * 0.3)} ${n(x + (i - 1) * h * 0.16 - h * 0.14)} ${n(y - h * 0.6)} ${n(x + (i - 1) * h * 0.2)} ${n(y - h * (0.85 + (i % 2) * 0.15))}`,
        color,
        h * 0.05,
      ),
    ),
  );
}

export function bowl(x: number, y: number, w: number, color: string, soup: string, band = '#2f5f9c'): string {
  return (
    path(
      `M${n(x - w / 2)} ${n(y - w * 0.34)}Q${n(x - w * 0.42)} ${n(y)} ${n(x - w * 0.18)} ${n(y)}H${n(x + w * 0.18)}Q${n(x + w * 0.42)} ${n(y)} ${n(x + w / 2)} ${n(y - w * 0.34)}Z`,
      lin([
        [0, color],
        [1, dark(color, 0.2)],
      ]),
    ) +
    wire(
      `M${n(x - w * 0.47)} ${n(y - w * 0.22)}Q${n(x)} ${n(y - w * 0.1)} ${n(x + w * 0.47)} ${n(y - w * 0.22)}`,
      band,
      w * 0.03,
    ) +
    oval(x, y - w * 0.34, w / 2, w * 0.12, light(color, 0.3)) +
    oval(x, y - w * 0.33, w * 0.45, w * 0.095, soup)
  );
}

export function vase(x: number, y: number, h: number, a: string, b: string): string {
  const w = h * 0.34;
  const shape = `M${n(x - w * 0.38)} ${n(y)}Q${n(x - w * 0.6)} ${n(y - h * 0.2)} ${n(x - w)} ${n(y - h * 0.5)}Q${n(x - w * 1.05)} ${n(y - h * 0.76)} ${n(x - w * 0.36)} ${n(y - h * 0.84)}L${n(x - w * 0.3)} ${n(y - h * 0.94)}L${n(x - w * 0.46)} ${n(y - h)}H${n(x + w * 0.46)}L${n(x + w * 0.3)} ${n(y - h * 0.94)}L${n(x + w * 0.36)} ${n(y - h * 0.84)}Q${n(x + w * 1.05)} ${n(y - h * 0.76)} ${n(x + w)} ${n(y - h * 0.5)}Q${n(x + w * 0.6)} ${n(y - h * 0.2)} ${n(x + w * 0.38)} ${n(y)}Z`;
  return (
    path(
      shape,
      lin(
        [
          [0, light(a, 0.3)],
          [0.4, a],
          [1, dark(a, 0.4)],
        ],
        0,
        0,
        1,
        0.2,
      ),
    ) +
    wire(
      `M${n(x - w * 0.84)} ${n(y - h * 0.72)}Q${n(x)} ${n(y - h * 0.66)} ${n(x + w * 0.84)} ${n(y - h * 0.72)}M${n(x - w * 0.74)} ${n(y - h * 0.34)}Q${n(x)} ${n(y - h * 0.28)} ${n(x + w * 0.74)} ${n(y - h * 0.34)}`,
      b,
      h * 0.016,
    ) +
    wire(
      `M${n(x - w * 0.7)} ${n(y - h * 0.5)}q${n(w * 0.2)} ${n(-h * 0.12)} ${n(w * 0.4)} 0t${n(w * 0.36)} ${n(-h * 0.02)}t${n(w * 0.5)} 0M${n(x - w * 0.1)} ${n(y - h * 0.44)}q${n(w * 0.1)} ${n(-h * 0.14)} ${n(w * 0.34)} ${n(-h * 0.16)}`,
      b,
      h * 0.022,
    ) +
    circ(x - w * 0.4, y - h * 0.58, h * 0.036, b) +
    circ(x + w * 0.32, y - h * 0.46, h * 0.028, b) +
    path(
      `M${n(x - w * 0.7)} ${n(y - h * 0.66)}Q${n(x - w * 0.86)} ${n(y - h * 0.5)} ${n(x - w * 0.6)} ${n(y - h * 0.32)}Q${n(x - w * 0.7)} ${n(y - h * 0.5)} ${n(x - w * 0.7)} ${n(y - h * 0.66)}Z`,
      '#ffffff',
      'opacity="0.5"',
    )
  );
}

export function screen(x: number, y: number, w: number, h: number, a: string, b: string): string {
  return (
    rect(x + w * 0.46, y + h, w * 0.08, h * 0.2, '#2a3038') +
    round(x + w * 0.3, y + h * 1.17, w * 0.4, h * 0.06, 4, '#2a3038') +
    round(x, y, w, h, 8, '#1d242d') +
    round(
      x + 6,
      y + 6,
      w - 12,
      h - 12,
      4,
      lin([
        [0, a],
        [1, b],
      ]),
    )
  );
}
