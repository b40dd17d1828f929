// Houses with tiled roofs, white gabled walls, towers with windows, lamps and lanterns.
import {
  clip,
  dark,
  each,
  fade,
  fall,
  light,
  lin,
  line,
  luma,
  n,
  path,
  range,
  rect,
  rng,
  round,
  wire,
} from './core.ts';

/** A roof seen from the eaves side: curved, tiled, with lifted corners. */
export function roof(x: number, y: number, w: number, h: number, color: string, lift = 0.16, over = 0.07): string {
  const o = w * over;
  const l = x - o;
  const r = x + w + o;
  const up = h * lift;
  const ridge = 0.1 * w;
  const tile = dark(color, 0.28);
  const count = Math.max(8, Math.round(w / 13));
  const shape = `M${n(l)} ${n(y - up)}Q${n(l + o * 2)} ${n(y)} ${n(l + w * 0.2)} ${n(y)}L${n(r - w * 0.2)} ${n(y)}Q${n(r - o * 2)} ${n(y)} ${n(r)} ${n(y - up)}Q${n(r - ridge - o)} ${n(y - h * 0.45)} ${n(r - ridge - o)} ${n(y - h)}L${n(l + ridge + o)} ${n(y - h)}Q${n(l + ridge + o)} ${n(y - h * 0.45)} ${n(l)} ${n(y - up)}Z`;
  const ribs = range(count - 1).map((i) => {
    const t = (i + 1) / count;
    const edge = Math.abs(t - 0.5) * 2;
    const bx = l + (r - l) * t;
    const tx = l + ridge + o + (r - l - 2 * ridge - 2 * o) * t;
    const by = y - (edge > 0.8 ? up * ((edge - 0.8) / 0.2) ** 1.5 : 0);
    return `M${n(tx)} ${n(y - h)}Q${n(tx + (bx - tx) * 0.1)} ${n(y - h * 0.45)} ${n(bx)} ${n(by)}`;
  });
  return (
    path(shape, fall(light(color, 0.1), color)) +
    clip(path(shape, tile), wire(ribs.join(''), tile, Math.max(1, w / count / 4.5), 'opacity="0.75"')) +
    path(
      `M${n(l)} ${n(y - up)}Q${n(l + o * 2)} ${n(y)} ${n(l + w * 0.2)} ${n(y)}L${n(r - w * 0.2)} ${n(y)}Q${n(r - o * 2)} ${n(y)} ${n(r)} ${n(y - up)}L${n(r)} ${n(y - up + h * 0.05)}Q${n(r - o * 2)} ${n(y + h * 0.09)} ${n(r - w * 0.2)} ${n(y + h * 0.09)}L${n(l + w * 0.2)} ${n(y + h * 0.09)}Q${n(l + o * 2)} ${n(y + h * 0.09)} ${n(l)} ${n(y - up + h * 0.05)}Z`,
      dark(color, 0.45),
    ) +
    round(
      l + ridge + o - h * 0.08,
      y - h * 1.09,
      r - l - 2 * ridge - 2 * o + h * 0.16,
      h * 0.12,
      h * 0.05,
      dark(color, 0.4),
    )
  );
}

/** The stepped white gable of the river towns. */
export function gable(x: number, y: number, w: number, h: number, wall: string, tile: string, seed = 1): string {
  const r = rng(seed);
  const t = h * 0.07;
  const steps: [number, number, number][] = [
    [0, 1, 0.76],
    [0.14, 0.86, 0.88],
    [0.3, 0.7, 1],
  ];
  return (
    steps.map(([a, b, k]) => rect(x + w * a, y - h * k, w * (b - a), h * k, wall)).join('') +
    rect(x + w * 0.62, y - h * 0.76, w * 0.38, h * 0.76, dark(wall, 0.16), 'opacity="0.55"') +
    steps
      .map(
        ([a, b, k]) =>
          `${path(`M${n(x + w * a - w * 0.05)} ${n(y - h * k - t * 0.55)}L${n(x + w * a)} ${n(y - h * k)}L${n(x + w * b)} ${n(y - h * k)}L${n(x + w * b + w * 0.05)} ${n(y - h * k - t * 0.55)}L${n(x + w * b - w * 0.03)} ${n(y - h * k - t)}L${n(x + w * a + w * 0.03)} ${n(y - h * k - t)}Z`, tile)}`,
      )
      .join('') +
    each(2, (i) => rect(x + w * (0.24 + i * 0.34), y - h * (0.5 + r() * 0.08), w * 0.13, h * 0.13, dark(tile, 0.1)))
  );
}

/** A timber-fronted house of one or two floors with lattice windows. */
export function house(
  x: number,
  y: number,
  w: number,
  h: number,
  o: { wall: string; wood: string; roof: string; lit?: string; floors?: number; seed?: number },
): string {
  const floors = o.floors ?? 2;
  const r = rng(o.seed ?? 1);
  const rh = h * 0.27;
  const fh = (h - rh) / floors;
  let out = rect(
    x,
    y - h + rh * 0.9,
    w,
    h - rh * 0.9,
    lin([
      [0, dark(o.wall, 0.3)],
      [0.25, o.wall],
      [1, dark(o.wall, 0.1)],
    ]),
  );
  for (let f = 0; f < floors; f++) {
    const top = y - h + rh + f * fh;
    const cols = Math.max(3, Math.round(w / (fh * 0.5)));
    const cw = w / cols;
    out += each(cols, (i) => {
      const glass = o.lit && r() > 0.3 ? mixLit(o.lit, r()) : dark(o.wood, 0.35);
      const px = x + i * cw + cw * 0.12;
      const tall = f === floors - 1 ? 0.8 : 0.56;
      const py = top + fh * 0.18;
      const ww = cw * 0.76;
      const hh = fh * tall;
      const bars = `M${n(px + ww / 2)} ${n(py)}v${n(hh)}M${n(px + ww / 4)} ${n(py)}v${n(hh)}M${n(px + ww * 0.75)} ${n(py)}v${n(hh)}M${n(px)} ${n(py + hh * 0.33)}h${n(ww)}M${n(px)} ${n(py + hh * 0.66)}h${n(ww)}`;
      return (
        rect(px, py, ww, hh, glass) +
        wire(bars, o.wood, Math.max(1, fh * 0.014)) +
        wire(`M${n(px)} ${n(py)}h${n(ww)}v${n(hh)}h${n(-ww)}Z`, o.wood, Math.max(1.5, fh * 0.035))
      );
    });
    out += each(cols + 1, (i) => rect(x + i * cw - fh * 0.025, top, fh * 0.05, fh, o.wood));
    out += rect(x, top + fh * 0.92, w, fh * 0.08, dark(o.wood, 0.15));
    if (f > 0) out += roof(x, top + fh * 0.1, w, fh * 0.26, o.roof, 0.3, 0.05);
  }
  return out + fade(0.35, rect(x, y - h + rh, w, fh * 0.16, '#0c1226')) + roof(x, y - h + rh, w, rh, o.roof);
}
const mixLit = (c: string, t: number): string => (t > 0.5 ? light(c, 0.3 * t) : dark(c, 0.22 * t));

/** A tower block; a shaded flank, and windows of which some are lit. */
export function tower(
  x: number,
  y: number,
  w: number,
  h: number,
  color: string,
  o: {
    glass?: string;
    lit?: string;
    share?: number;
    seed?: number;
    cell?: number;
    foot?: string;
    crown?: boolean;
  } = {},
): string {
  const r = rng((o.seed ?? 1) + Math.round(x));
  const cell = o.cell ?? Math.max(9, w / 7);
  const cols = Math.max(2, Math.floor((w * 0.9) / cell));
  const rows = Math.max(2, Math.floor((h * 0.94) / (cell * 1.35)));
  const cw = (w * 0.9) / cols;
  const rh = (h * 0.94) / rows;
  const glass = o.glass ?? dark(color, 0.25);
  const split = w * 0.66;
  let plain = '';
  let lit = '';
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < cols; i++) {
      const box = `M${n(x + w * 0.05 + i * cw + cw * 0.16)} ${n(y - h + h * 0.035 + j * rh + rh * 0.2)}h${n(cw * 0.68)}v${n(rh * 0.52)}h${n(-cw * 0.68)}Z`;
      if (o.lit && r() < (o.share ?? 0.35)) lit += box;
      else plain += box;
    }
  const fill = lin([
    [0, color],
    [1, o.foot ?? color],
  ]);
  return (
    (o.crown
      ? rect(x + w * 0.3, y - h - w * 0.16, w * 0.4, w * 0.18, dark(color, 0.1)) +
        line(x + w * 0.5, y - h - w * 0.14, x + w * 0.5, y - h - w * 0.55, dark(color, 0.15), Math.max(1.5, w * 0.02))
      : '') +
    rect(x, y - h, w, h, fill) +
    path(plain, glass, 'opacity="0.62"') +
    (lit ? path(lit, o.lit ?? '#ffd98a') : '') +
    rect(
      x + split,
      y - h,
      w - split,
      h,
      lin([
        [0, dark(color, 0.5), 0.32],
        [1, dark(color, 0.5), 0.1],
      ]),
    ) +
    rect(x, y - h, w, Math.max(2, h * 0.012), light(color, 0.35 * luma(color) ** 1.4))
  );
}

/** A skyline of towers along a line. */
export function skyline(
  y: number,
  seed: number,
  color: string,
  foot: string,
  o: {
    x0?: number;
    x1?: number;
    min?: number;
    max?: number;
    lit?: string;
    share?: number;
    w?: number;
    glass?: string;
  } = {},
): string {
  const r = rng(seed);
  const { x0 = -20, x1 = 1620, min = 80, max = 240, w = 70 } = o;
  let out = '';
  let x = x0;
  while (x < x1) {
    const ww = w * (0.6 + r() * 0.8);
    const centre = 1 - Math.abs((x - (x0 + x1) / 2) / (x1 - x0)) * 0.9;
    const h = (min + (max - min) * r() ** 1.6) * (0.55 + 0.6 * centre);
    out += tower(x, y, ww, h, r() > 0.5 ? color : dark(color, 0.08), {
      seed: seed + Math.round(x),
      lit: o.lit,
      share: o.share,
      cell: 11,
      foot,
      crown: r() > 0.6,
      glass: o.glass,
    });
    x += ww * (0.8 + r() * 0.5);
  }
  return out;
}
