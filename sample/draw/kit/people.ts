// Simplified people: a jointed figure a hundred units tall, dressed and posed.
import { circ, dark, light, mix, n, oval, type P, path, poly, wire } from './core.ts';

export type Pose = {
  /** Degrees; nought hangs straight down and forward is positive. Each pair is upper and lower limb. */
  near?: P;
  far?: P;
  legNear?: P;
  legFar?: P;
  lean?: number;
  nod?: number;
  /** Legs foreshortened towards the viewer: near, far. */
  short?: P;
};

export type Person = {
  x: number;
  y: number;
  h: number;
  pose?: Pose;
  view?: 'side' | 'front' | 'back';
  dir?: 1 | -1;
  top?: string;
  bottom?: string;
  skin?: string;
  hair?: string;
  style?: 'short' | 'bob' | 'bun' | 'pony' | 'bald' | 'cap' | 'helmet' | 'straw' | 'hard' | 'chef' | 'hood';
  hat?: string;
  wear?: 'trousers' | 'shorts' | 'skirt' | 'coat' | 'apron' | 'vest';
  trim?: string;
  sleeve?: 'long' | 'short';
  shoe?: string;
  /** Which point of the figure lies at x, y. */
  anchor?: 'feet' | 'hip';
  tone?: string;
};

export const skins: [string, string, string, string] = ['#e8b48f', '#d99d78', '#f0c3a0', '#c98a66'];

type PoseName =
  | 'stand'
  | 'walk'
  | 'stroll'
  | 'run'
  | 'runB'
  | 'sit'
  | 'reach'
  | 'raise'
  | 'bend'
  | 'hold'
  | 'ride'
  | 'phone';

export const poses: Record<PoseName, Pose> = {
  stand: { near: [6, 8], far: [-6, 6], legNear: [2, 0], legFar: [-2, 0] },
  walk: { near: [-24, 14], far: [24, 26], legNear: [24, -6], legFar: [-20, -16], lean: 3 },
  stroll: { near: [16, 20], far: [-16, 8], legNear: [-14, -8], legFar: [16, -4], lean: 1 },
  run: { near: [-46, 80], far: [44, 88], legNear: [52, -68], legFar: [-26, -44], lean: 12 },
  runB: { near: [44, 88], far: [-46, 80], legNear: [-30, -52], legFar: [48, -40], lean: 11 },
  sit: { near: [22, 52], far: [30, 46], legNear: [84, -82], legFar: [80, -74], lean: 2 },
  reach: { near: [92, 12], far: [70, 24], legNear: [6, 0], legFar: [-8, 0], lean: 7 },
  raise: { near: [150, 12], far: [-10, 12], legNear: [4, 0], legFar: [-6, 0] },
  bend: { near: [38, 12], far: [28, 26], legNear: [10, -6], legFar: [-6, -4], lean: 46 },
  hold: { near: [26, 78], far: [30, 82], legNear: [3, 0], legFar: [-4, 0] },
  ride: { near: [56, 22], far: [62, 18], legNear: [72, -66], legFar: [64, -78], lean: 16 },
  phone: { near: [30, 108], far: [-5, 10], legNear: [3, 0], legFar: [-4, 0], nod: 16 },
};

const move = (p: P, a: number, l: number): P => [
  p[0] + Math.sin((a * Math.PI) / 180) * l,
  p[1] + Math.cos((a * Math.PI) / 180) * l,
];

function limb(a: P, ra: number, b: P, rb: number, fill: string): string {
  const d = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [ux, uy] = [-(b[1] - a[1]) / d, (b[0] - a[0]) / d];
  return path(
    `M${n(a[0] + ux * ra)} ${n(a[1] + uy * ra)}L${n(b[0] + ux * rb)} ${n(b[1] + uy * rb)}A${n(rb)} ${n(rb)} 0 0 0 ${n(b[0] - ux * rb)} ${n(b[1] - uy * rb)}L${n(a[0] - ux * ra)} ${n(a[1] - uy * ra)}A${n(ra)} ${n(ra)} 0 0 0 ${n(a[0] + ux * ra)} ${n(a[1] + uy * ra)}Z`,
    fill,
  );
}

type Joints = {
  hip: P;
  neck: P;
  head: P;
  shoulders: [P, P];
  elbows: [P, P];
  hands: [P, P];
  hips: [P, P];
  knees: [P, P];
  feet: [P, P];
};

function solve(o: Person): Joints {
  const p = { ...poses.stand, ...o.pose };
  const flat = o.view === 'front' || o.view === 'back';
  const lean = p.lean ?? 0;
  const hip: P = [0, -49];
  const neck = move(hip, 180 - lean, 32);
  const turn = flat ? 0 : lean;
  const side = (k: 0 | 1): number => (flat ? (k ? 1 : -1) : 0);
  const sign = (k: 0 | 1): number => (flat ? side(k) : 1);
  const joint = (k: 0 | 1, arm: P): [P, P, P] => {
    const s: P = [neck[0] + side(k) * 8.6 + (flat ? 0 : k ? 1.2 : -1), neck[1] + 3.4];
    const e = move(s, sign(k) * arm[0] + turn * 0.4, 16);
    return [s, e, move(e, sign(k) * (arm[0] + arm[1]) + turn * 0.4, 14.5)];
  };
  const leg = (k: 0 | 1, q: P): [P, P, P] => {
    const s: P = [hip[0] + side(k) * 4.2, hip[1]];
    const cut = p.short?.[k] ?? 1;
    const e = move(s, sign(k) * q[0], 24 * cut);
    return [s, e, move(e, sign(k) * (q[0] + q[1]), 23.5 * cut)];
  };
  const [a, b] = [joint(0, p.near ?? [0, 0]), joint(1, p.far ?? [0, 0])];
  const [c, d] = [leg(0, p.legNear ?? [0, 0]), leg(1, p.legFar ?? [0, 0])];
  return {
    hip,
    neck,
    head: move(neck, 180 - lean * 0.7 - (p.nod ?? 0), 10.5),
    shoulders: [a[0], b[0]],
    elbows: [a[1], b[1]],
    hands: [a[2], b[2]],
    hips: [c[0], d[0]],
    knees: [c[1], d[1]],
    feet: [c[2], d[2]],
  };
}

const drop = (o: Person): number => (o.anchor === 'hip' ? 49 : 0);

/** Where the figure's hands are in the picture: near, far. */
export function hands(o: Person): [P, P] {
  const s = o.h / 100;
  return solve(o).hands.map((p): P => [o.x + p[0] * s * (o.dir ?? 1), o.y + (p[1] + drop(o)) * s]) as [P, P];
}

function head(o: Person, c: P, tilt: number): string {
  const skin = o.skin ?? skins[0];
  const hair = o.hair ?? '#2a2430';
  const hat = o.hat ?? '#d9a441';
  const view = o.view ?? 'side';
  const style = o.style ?? 'short';
  let out = '';
  const back =
    style === 'bob'
      ? oval(-1.6, 1.4, 7, 8, hair)
      : style === 'pony'
        ? path('M-5 -3Q-13 0 -11 11Q-8 6 -4 2Z', hair)
        : style === 'bun'
          ? circ(view === 'side' ? -6 : 0, view === 'side' ? -5 : -8, 3.4, hair)
          : '';
  if (view === 'back') {
    out =
      oval(0, 1, 5.4, 6.6, skin) +
      (style === 'bald' ? '' : oval(0, -0.8, 6.2, 7, hair)) +
      (style === 'bob'
        ? path('M-6.3 -1L-6.6 7Q0 9.5 6.6 7L6.3 -1Z', hair)
        : style === 'pony'
          ? path('M-2 1Q-3.5 10 0 14Q3.5 10 2 1Z', dark(hair, 0.2))
          : style === 'bun'
            ? circ(0, -5.4, 4, dark(hair, 0.25))
            : '');
  } else if (view === 'front') {
    const sides =
      style === 'bob' ? path('M-6.6 -2Q-7.4 6 -5.6 8L-3 7L-4 -2ZM6.6 -2Q7.4 6 5.6 8L3 7L4 -2Z', hair) : back;
    out = `${sides}${oval(0, 0, 5.3, 6.8, skin)}${style === 'bald' ? '' : path('M-5.8 0.6Q-7 -8.2 0 -8.4Q7 -8.2 5.8 0.6Q4.6 -3.8 0.6 -3.9Q-3.6 -3.9 -5.8 0.6Z', hair)}`;
  } else {
    out = `${back}${oval(1, 0.4, 5, 6.6, skin)}${path('M5.4 0.4L6.9 2.2L5.2 2.9Z', skin)}${style === 'bald' ? '' : path('M4.9 -3.4Q3.6 -8.6 -1.4 -8.3Q-7.4 -7.8 -6.6 -0.4Q-6.2 3.6 -4 5.2Q-2.6 2 -1.8 -0.6Q2 -2.2 4.9 -3.4Z', hair)}${circ(-1.4, 0.9, 1.2, dark(skin, 0.12))}`;
  }
  if (style === 'cap')
    out +=
      path('M-6.4 -2.2Q-6.4 -8.8 0 -8.8Q6 -8.8 6.2 -2.6Z', hat) +
      (view === 'side' ? path('M4 -3.4Q10 -3.6 10.4 -1.8Q7 -2 4 -1.8Z', dark(hat, 0.2)) : '');
  if (style === 'hard' || style === 'helmet')
    out +=
      path('M-7.4 -1.4Q-7.6 -10 0 -10Q7.4 -10 7.4 -1.4Z', hat) +
      path('M0 -10Q7.4 -10 7.4 -1.4L3 -1.4Q4 -7 0 -10Z', dark(hat, 0.18)) +
      poly(
        [
          [-8, -2],
          [style === 'hard' && view === 'side' ? 10 : 8, -2],
          [8, -0.6],
          [-8, -0.6],
        ],
        dark(hat, 0.25),
      );
  if (style === 'straw')
    out +=
      path('M-16.5 -1Q-5 -5.4 0 -13Q5 -5.4 16.5 -1Q0 3 -16.5 -1Z', hat) +
      path('M0 -13Q5 -5.4 16.5 -1Q8 1 2.4 1.1Z', dark(hat, 0.2)) +
      wire('M-11 -2.6Q-1 0 11 -2.6M-6.4 -5.6Q0 -3.8 6.4 -5.6', dark(hat, 0.14), 0.6);
  if (style === 'chef')
    out +=
      path('M-5.6 -4L-5.8 -9Q-9 -13 -4 -14Q0 -17 4 -14Q9 -13 5.8 -9L5.6 -4Z', '#fbf5ea') +
      poly(
        [
          [1, -4],
          [1.4, -15],
          [5, -13],
          [5.6, -4],
        ],
        '#d9d3cc',
      );
  if (style === 'hood') out += path('M4.8 -5Q2 -10 -3 -9Q-9 -7 -7.6 3Q-6.6 8 -2 8Q-4.4 2 -2 -3Q1 -6 4.8 -5Z', hat);
  return `<g transform="translate(${n(c[0])} ${n(c[1])}) rotate(${n(tilt)})">${out}</g>`;
}

export function person(o: Person): string {
  const j = solve(o);
  const tint = (c: string): string => (o.tone ? mix(c, o.tone, 0.55) : c);
  const skin = tint(o.skin ?? skins[0]);
  const top = tint(o.top ?? '#c8553d');
  const bottom = tint(o.bottom ?? '#2f3e5c');
  const shoe = tint(o.shoe ?? '#2b2730');
  const flat = o.view === 'front' || o.view === 'back';
  const wear = o.wear ?? 'trousers';
  const far = flat ? 0 : 0.28;
  const lean = o.pose?.lean ?? 0;

  const leg = (k: 0 | 1): string => {
    const c = dark(bottom, k ? far || 0.1 : 0);
    const s = dark(skin, k ? far : 0);
    const bare = wear === 'shorts' || wear === 'skirt';
    const [h, q, f] = [j.hips[k], j.knees[k], j.feet[k]];
    const cut: P = [h[0] + (q[0] - h[0]) * 0.72, h[1] + (q[1] - h[1]) * 0.72];
    const foot = flat
      ? oval(f[0] + (k ? 1 : -1), f[1] + 0.6, 2.9, 2, dark(shoe, k ? 0.1 : 0))
      : path(
          `M${n(f[0] - 2.5)} ${n(f[1] - 2)}L${n(f[0] + 2)} ${n(f[1] - 2.4)}Q${n(f[0] + 7.4)} ${n(f[1] - 0.4)} ${n(f[0] + 7)} ${n(f[1] + 1.6)}L${n(f[0] - 2.8)} ${n(f[1] + 1.6)}Z`,
          dark(shoe, k ? 0.2 : 0),
          `transform="rotate(${n(Math.max(-40, Math.min(70, -(o.pose ? ((k ? o.pose.legFar : o.pose.legNear) ?? [0, 0]).reduce((a, b) => a + b, 0) : 0) * 0.75)))} ${n(f[0])} ${n(f[1])})"`,
        );
    const ankle: P = [q[0] + (f[0] - q[0]) * 0.94, q[1] + (f[1] - q[1]) * 0.94];
    return (
      (bare
        ? limb(h, 4.6, q, 3.1, s) + limb(q, 3, f, 1.9, s) + (wear === 'shorts' ? limb(h, 5.6, cut, 4.8, c) : '')
        : limb(h, 5.5, q, 3.9, c) + limb(q, 3.9, ankle, 2.7, c)) + foot
    );
  };
  const arm = (k: 0 | 1): string => {
    const c = dark(top, k ? far || 0.08 : flat ? 0.05 : 0.1);
    const s = dark(skin, k ? far * 0.7 : 0);
    const [a, e, h] = [j.shoulders[k], j.elbows[k], j.hands[k]];
    const cuff: P = [a[0] + (e[0] - a[0]) * 0.62, a[1] + (e[1] - a[1]) * 0.62];
    if (o.sleeve === 'short')
      return limb(a, 2.9, e, 2.3, s) + limb(e, 2.3, h, 1.7, s) + circ(h[0], h[1], 2.2, s) + limb(a, 4, cuff, 3.6, c);
    const wrist: P = [e[0] + (h[0] - e[0]) * 0.8, e[1] + (h[1] - e[1]) * 0.8];
    return limb(wrist, 1.9, h, 2.2, s) + limb(a, 3.9, e, 3.1, c) + limb(e, 3.1, wrist, 2.5, c);
  };
  const [nx, ny] = j.neck;
  const ws = flat ? 11 : 7.4;
  const wh = flat ? 7.8 : 6.6;
  const torso = (c: string, a: number, b: number, q: number): string =>
    path(
      `M${n(nx - a * q)} ${n(ny + 4)}Q${n(nx - a * q + 0.6)} ${n(ny - 0.8)} ${n(nx - 2)} ${n(ny - 1.2)}L${n(nx + 2)} ${n(ny - 1.2)}Q${n(nx + a - 0.6)} ${n(ny - 0.8)} ${n(nx + a)} ${n(ny + 4)}L${n(b * 0.98)} -47Q0 -43 ${n(-b * q)} -47Z`,
      c,
    );
  let hem = '';
  if (wear === 'skirt' || wear === 'coat') {
    const mid = (j.knees[0][0] + j.knees[1][0]) / 2;
    const len = wear === 'coat' ? -28 : -27;
    const spread = Math.max(8, Math.abs(j.knees[0][0] - j.knees[1][0]) / 2 + 5);
    hem = path(
      `M${n(-wh)} -52L${n(wh)} -52Q${n(mid + spread)} -38 ${n(mid + spread)} ${len}Q${n(mid)} ${len + 2.5} ${n(mid - spread)} ${len}Q${n(mid - spread)} -38 ${n(-wh)} -52Z`,
      wear === 'coat' ? top : bottom,
    );
  }
  const body =
    torso(top, ws, wh, 1) +
    path(
      `M${n(nx + ws * 0.2)} ${n(ny - 0.5)}L${n(nx + ws)} ${n(ny + 4)}L${n(wh)} -47L${n(wh * 0.1)} -45Z`,
      dark(top, 0.2),
      'opacity="0.55"',
    );
  const trim = o.trim ?? '#f4e04d';
  const extra =
    wear === 'apron'
      ? path(
          `M${n(nx - ws * 0.5)} ${n(ny + 8)}L${n(nx + ws * 0.7)} ${n(ny + 8)}L${n(wh)} -44L${n(wh + 2)} -26L${n(-wh)} -26L${n(-wh * 0.9)} -44Z`,
          tint(trim),
        )
      : wear === 'vest'
        ? torso(tint(trim), ws * 0.8, wh * 0.95, 1) +
          poly(
            [
              [nx * 0.5 - ws * 0.8, -64],
              [nx * 0.5 + ws * 0.8, -64],
              [nx * 0.45 + ws * 0.8, -61],
              [nx * 0.45 - ws * 0.8, -61],
            ],
            light(tint(trim), 0.7),
          )
        : '';
  const neck = limb([nx, ny + 1], 2.6, j.head, 2.2, dark(skin, 0.14));
  const inner = `${arm(1)}${leg(1)}${leg(0)}${neck}${hem}${body}${extra}${head({ ...o, skin, hair: tint(o.hair ?? '#2a2430'), hat: tint(o.hat ?? '#d9a441') }, j.head, flat ? 0 : lean * 0.4 + (o.pose?.nod ?? 0))}${arm(0)}`;
  const s = o.h / 100;
  return `<g transform="translate(${n(o.x)} ${n(o.y)}) scale(${s * (o.dir ?? 1)} ${s})"><g transform="translate(0 ${drop(o)})">${inner}</g></g>`;
}

/** A soft shadow on the ground. */
export const shadow = (x: number, y: number, w: number, opacity = 0.22, color = '#0c1226'): string =>
  oval(x, y, w, w * 0.16, color, `opacity="${opacity}"`);
