import { house } from '../kit/buildings.ts';
import {
  clip,
  dark,
  each,
  fractal,
  H,
  lerp,
  light,
  lin,
  mix,
  n,
  open,
  oval,
  type P,
  path,
  poly,
  range,
  wire,
} from '../kit/core.ts';
import { hills } from '../kit/land.ts';
import { person } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { birds, mist, sky, sun, veils } from '../kit/sky.ts';

/** A rounded hill combed with rows of tea. */
function teaHill(x: number, y: number, w: number, h: number, rows: number, color: string, seed: number): string {
  const top = (t: number): number => Math.sin(Math.min(1, Math.max(0, t)) * Math.PI) ** 0.8;
  const outline = range(41).map((i): P => [x - w / 2 + (i / 40) * w, y - h * top(i / 40)]);
  const shape = (fill: string): string => poly([...outline, [x + w / 2, H + 20], [x - w / 2, H + 20]], fill);
  const id = `M${outline.map((p) => p.map(n).join(' ')).join('L')}L${n(x + w / 2)} ${H + 20}L${n(x - w / 2)} ${H + 20}Z`;
  return (
    shape(
      lin([
        [0, light(color, 0.25)],
        [0.6, color],
        [1, dark(color, 0.3)],
      ]),
    ) +
    clip(
      `<path d="${id}"/>`,
      range(rows)
        .map((k) => {
          const t = k / rows;
          const drop = t ** 1.25 * (h + H - y) * 0.95;
          const thick = lerp(9, 34, t);
          const pts = range(34).map((i): P => {
            const u = i / 33;
            return [
              x - w * 0.62 + u * w * 1.24,
              y -
                h * 1.0 * Math.sin(Math.min(1, Math.max(0, u * 1.24 - 0.12)) * Math.PI) ** 0.85 * (1 - t * 0.45) +
                drop * (0.92 + 0.1 * Math.sin(u * 4 + seed)) +
                thick +
                fractal(u * 6, seed + k, 2) * 5,
            ];
          });
          const up = pts.map(
            ([a, b], i): P => [a, b - thick * 0.55 - Math.abs(fractal(i * 1.3, seed + k * 3, 2)) * thick * 0.22],
          );
          return (
            wire(open(pts), dark(color, 0.42), thick * 0.66) +
            wire(open(up.map(([a, b]): P => [a, b + thick * 0.2])), k % 2 ? color : light(color, 0.06), thick * 0.56) +
            wire(open(up), light(color, 0.26), thick * 0.18)
          );
        })
        .join(''),
    )
  );
}

export function teaHills(): string {
  const basket = (x: number, y: number, s: number): string =>
    path(
      `M${n(x - s)} ${n(y - s)}L${n(x + s)} ${n(y - s)}L${n(x + s * 0.75)} ${n(y + s)}L${n(x - s * 0.75)} ${n(y + s)}Z`,
      '#c99a55',
    ) +
    wire(
      `M${n(x - s * 0.9)} ${n(y - s * 0.3)}h${n(s * 1.8)}M${n(x - s * 0.85)} ${n(y + s * 0.3)}h${n(s * 1.7)}`,
      '#94692f',
      2,
    ) +
    oval(x, y - s, s * 1.05, s * 0.3, '#8fbf5a');
  const picker = (x: number, y: number, h: number, top: string, dir: 1 | -1): string =>
    person({
      x,
      y,
      h,
      dir,
      pose: { near: [58, 26], far: [44, 40], legNear: [4, 0], legFar: [-6, 0], lean: 22 },
      top,
      bottom: '#2f3f55',
      style: 'straw',
      hat: '#ecc877',
    }) + basket(x - dir * h * 0.1, y - h * 0.62, h * 0.1);
  return (
    sky(['#8fbfb8', '#c4dcc0', '#f7eebf', '#fde6a8'], 520) +
    sun(1080, 250, 62, '#fff7d8', '#ffeeb0', 6) +
    hills(420, 230, 360, 61, '#9fc4b4', '#dce8c6', 4) +
    hills(470, 150, 260, 66, '#7db09a', '#cfe2b8', 6) +
    mist(480, 120, '#f3f3d2', 0.8) +
    hills(540, 120, 240, 69, '#5f9a7a', '#b9d7a0', 9) +
    mist(560, 70, '#f0f2cc', 0.65) +
    teaHill(260, 640, 980, 170, 12, '#7fb05a', 4) +
    house(1060, 600, 130, 110, { wall: '#f4e9d2', wood: '#6a4a3a', roof: '#59616c', floors: 1 }) +
    tree(1020, 604, 120, '#4f8a52', 5) +
    teaHill(1280, 690, 1100, 190, 13, '#6ba552', 7) +
    veils(6, 640, 60, '#f5f6dc', 4, 0.45) +
    teaHill(720, 800, 1500, 190, 11, '#579a4a', 2) +
    picker(600, 806, 290, '#c8453a', 1) +
    picker(930, 812, 300, '#3f6f9c', -1) +
    picker(1240, 826, 200, '#f0e4c8', -1) +
    picker(290, 832, 200, '#e2a03a', 1) +
    each(
      3,
      (k) =>
        wire(
          open(
            range(18).map(
              (i): P => [-40 + i * 100, 846 + k * 74 + Math.sin(i * 0.5 + k) * 12 + fractal(i, k + 5, 2) * 10],
            ),
          ),
          dark('#3f8a45', 0.45),
          58,
        ) +
        wire(
          open(
            range(18).map(
              (i): P => [-40 + i * 100, 830 + k * 74 + Math.sin(i * 0.5 + k) * 12 + fractal(i, k + 5, 2) * 10],
            ),
          ),
          mix('#478f48', '#2f6f42', k / 3),
          46,
        ) +
        wire(
          open(
            range(34).map(
              (i): P => [-40 + i * 50, 814 + k * 74 + Math.sin(i * 0.25 + k) * 12 + fractal(i * 1.3, k + 5, 3) * 12],
            ),
          ),
          '#8fc660',
          9,
        ),
    ) +
    each(70, (i) =>
      oval(
        (i * 191) % 1600,
        815 + ((i * 83) % 180),
        9,
        4,
        i % 2 ? '#a9d873' : '#5fa552',
        `transform="rotate(${((i * 47) % 90) - 45} ${(i * 191) % 1600} ${815 + ((i * 83) % 180)})"`,
      ),
    ) +
    birds(7, 500, 200, 150, '#4f7a6a', 4, 14)
  );
}
