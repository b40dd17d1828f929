// Seeded randomness, colour mixing and the SVG primitives every drawing is made of.
export type P = [number, number];
export type Stop = [number, string, number?];

export const W = 1600;
export const H = 1000;

let defs: string[] = [];
let count = 0;

/** Forget the gradients and clips of the previous picture. */
export function begin(): void {
  defs = [];
  count = 0;
}

export function define(make: (id: string) => string): string {
  const id = `d${++count}`;
  defs.push(make(id));
  return id;
}

export function document(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}"><defs>${defs.join('')}</defs>${body}</svg>`;
}

export function rng(seed: number): () => number {
  let a = (seed * 2654435761) >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const hash = (i: number, seed: number): number => {
  let t = Math.imul((i | 0) ^ Math.imul(seed + 11, 0x9e3779b1), 0x85ebca6b);
  t = Math.imul(t ^ (t >>> 13), 0xc2b2ae35);
  return ((t ^ (t >>> 16)) >>> 0) / 4294967296;
};

/** Smooth noise from -1 to 1 over a line. */
export function noise(x: number, seed: number): number {
  const i = Math.floor(x);
  const t = x - i;
  const s = t * t * (3 - 2 * t);
  return (hash(i, seed) * (1 - s) + hash(i + 1, seed) * s) * 2 - 1;
}

export function fractal(x: number, seed: number, octaves = 4): number {
  let sum = 0;
  let amp = 0.55;
  for (let k = 0; k < octaves; k++) {
    sum += noise(x * 2 ** k, seed + k * 17) * amp;
    amp *= 0.48;
  }
  return sum;
}

/** One of a list whose length the drawing knows. */
export const pick = <T>(list: ArrayLike<T>, i: number): T => list[i] as T;
/** A table of tuples, each row keeping its own shape. */
export const rows = <T extends [unknown, ...unknown[]]>(...table: T[]): T[] => table;
export const n = (v: number): string => String(Math.round(v * 10) / 10);
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
export const each = (count: number, draw: (i: number) => string): string => range(count).map(draw).join('');
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

const parse = (c: string): number[] => [1, 3, 5].map((i) => Number.parseInt(c.slice(i, i + 2), 16));

export function mix(a: string, b: string, t: number): string {
  const [p, q] = [parse(a), parse(b)];
  return `#${p
    .map((v, i) =>
      Math.round(Math.sqrt(lerp(v * v, pick(q, i) * pick(q, i), t)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
export const dark = (c: string, t = 0.25): string => mix(c, '#0c1226', t);
/** How bright a colour is, from nought to one. */
export const luma = (c: string): number => parse(c).reduce((s, v, i) => s + (v / 255) * pick([0.3, 0.59, 0.11], i), 0);
export const light = (c: string, t = 0.25): string => mix(c, '#fff6e0', t);

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}" fill="${fill}" ${more}/>`;
export const round = (x: number, y: number, w: number, h: number, r: number, fill: string, more = ''): string =>
  rect(x, y, w, h, fill, `rx="${n(r)}" ${more}`);
export const circ = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;
export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;
export const poly = (pts: P[], fill: string, more = ''): string =>
  `<path d="M${pts.map((p) => `${n(p[0])} ${n(p[1])}`).join('L')}Z" fill="${fill}" ${more}/>`;
export const wire = (d: string, color: string, w: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${n(w)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const line = (x1: number, y1: number, x2: number, y2: number, color: string, w: number, more = ''): string =>
  wire(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, color, w, more);
export const group = (body: string, more = ''): string => `<g ${more}>${body}</g>`;
export const fade = (opacity: number, body: string): string => group(body, `opacity="${opacity}"`);
export const at = (x: number, y: number, body: string, s = 1, rot = 0, sx = 1): string =>
  group(body, `transform="translate(${n(x)} ${n(y)}) rotate(${n(rot)}) scale(${s * sx} ${s})"`);

const stopTags = (stops: Stop[]): string =>
  stops
    .map(([o, c, a]) => `<stop offset="${o}" stop-color="${c}"${a === undefined ? '' : ` stop-opacity="${a}"`}/>`)
    .join('');

/** Linear gradient over the shape's own box; down by default. */
export function lin(stops: Stop[], x1 = 0, y1 = 0, x2 = 0, y2 = 1): string {
  return `url(#${define((id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopTags(stops)}</linearGradient>`)})`;
}
export const fall = (a: string, b: string): string =>
  lin([
    [0, a],
    [1, b],
  ]);
export const across = (a: string, b: string): string =>
  lin(
    [
      [0, a],
      [1, b],
    ],
    0,
    0,
    1,
    0,
  );

/** Radial gradient over the shape's own box. */
export function rad(stops: Stop[], cx = 0.5, cy = 0.5, r = 0.5): string {
  return `url(#${define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopTags(stops)}</radialGradient>`)})`;
}

/** A soft pool of light (or, in a dark colour, of shade). */
export function glow(x: number, y: number, rx: number, color: string, a = 0.6, ry = rx): string {
  return oval(
    x,
    y,
    rx,
    ry,
    rad([
      [0, color, a],
      [0.35, color, a * 0.55],
      [0.7, color, a * 0.15],
      [1, color, 0],
    ]),
  );
}

export function clip(shape: string, body: string): string {
  const id = define((i) => `<clipPath id="${i}">${shape}</clipPath>`);
  return group(body, `clip-path="url(#${id})"`);
}

export function blur(amount: number, body: string): string {
  const id = define(
    (i) =>
      `<filter id="${i}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${amount}"/></filter>`,
  );
  return group(body, `filter="url(#${id})"`);
}

/** Smooth closed curve through points. */
export function closed(pts: P[]): string {
  const m = pts.length;
  const mid = (i: number): P => {
    const [a, b] = [pick(pts, i % m), pick(pts, (i + 1) % m)];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  let d = `M${mid(m - 1)
    .map(n)
    .join(' ')}`;
  for (let i = 0; i < m; i++) d += `Q${pick(pts, i).map(n).join(' ')} ${mid(i).map(n).join(' ')}`;
  return `${d}Z`;
}

/** Smooth open curve through points. */
export function open(pts: P[]): string {
  let d = `M${pick(pts, 0).map(n).join(' ')}`;
  for (let i = 1; i < pts.length - 1; i++) {
    const [a, b] = [pick(pts, i), pick(pts, i + 1)];
    d += `Q${a.map(n).join(' ')} ${n((a[0] + b[0]) / 2)} ${n((a[1] + b[1]) / 2)}`;
  }
  return `${d}L${pick(pts, pts.length - 1)
    .map(n)
    .join(' ')}`;
}

/** An irregular rounded blob. */
export function blob(x: number, y: number, rx: number, ry: number, seed: number, rough = 0.16, k = 14): string {
  const r = rng(seed + 3);
  return closed(
    range(k).map((i): P => {
      const a = (i / k) * Math.PI * 2;
      const q = 1 + (r() * 2 - 1) * rough;
      return [x + Math.cos(a) * rx * q, y + Math.sin(a) * ry * q];
    }),
  );
}
