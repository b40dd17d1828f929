import {
  circ,
  each,
  glow,
  group,
  H,
  lin,
  line,
  mix,
  n,
  oval,
  path,
  poly,
  rect,
  rng,
  rows,
  W,
  wire,
} from '../kit/core.ts';
import { type Person, person, poses, skins } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';

/** A cut-paper medallion with sixfold symmetry. */
function medallion(x: number, y: number, r: number, color: string, hole: string, seed: number): string {
  const q = rng(seed);
  const k = 8 + Math.floor(q() * 3) * 2;
  const rim = each(k * 2, (i) =>
    circ(Math.cos((i / k) * Math.PI) * r * 0.95, Math.sin((i / k) * Math.PI) * r * 0.95, r * 0.12, color),
  );
  const [a, b, c] = [q(), q(), q()];
  const petal = each(k, (i) =>
    group(
      path(
        `M0 ${n(-r * 0.3)}Q${n(r * (0.1 + a * 0.06))} ${n(-r * 0.5)} 0 ${n(-r * 0.72)}Q${n(-r * (0.1 + a * 0.06))} ${n(-r * 0.5)} 0 ${n(-r * 0.3)}Z`,
        hole,
      ) +
        path(
          `M0 ${n(-r * 0.42)}Q${n(r * 0.04)} ${n(-r * 0.52)} 0 ${n(-r * 0.6)}Q${n(-r * 0.04)} ${n(-r * 0.52)} 0 ${n(-r * 0.42)}Z`,
          color,
        ) +
        circ(r * 0.2, -r * (0.74 + b * 0.06), r * 0.05, hole) +
        path(`M${n(-r * 0.07)} ${n(-r * 0.87)}L${n(r * 0.07)} ${n(-r * 0.87)}L0 ${n(-r * (0.75 + c * 0.04))}Z`, hole),
      `transform="rotate(${(i * 360) / k})"`,
    ),
  );
  return group(
    circ(0, 0, r * 0.95, color) +
      rim +
      petal +
      circ(0, 0, r * 0.24, hole) +
      each(6, (i) => group(oval(0, -r * 0.12, r * 0.05, r * 0.1, color), `transform="rotate(${i * 60})"`)) +
      circ(0, 0, r * 0.045, color),
    `transform="translate(${n(x)} ${n(y)})"`,
  );
}

export function paperCutWorkshop(): string {
  const red = '#c8261f';
  const maker: Person = {
    x: 800,
    y: 800,
    h: 640,
    view: 'front',
    anchor: 'hip',
    pose: { near: [34, -62], far: [34, -62], legNear: [0, 0], legFar: [0, 0], nod: 8 },
    top: '#2f5a73',
    bottom: '#2a3350',
    hair: '#cfcac4',
    style: 'bun',
    skin: skins[0],
  };
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#d9a468'],
        [1, '#b57a48'],
      ]),
    ) +
    rect(
      0,
      0,
      W,
      760,
      lin([
        [0, '#f2dcb2'],
        [1, '#e3b985'],
      ]),
    ) +
    rect(230, 50, 1140, 570, '#7a4a30') +
    rect(
      252,
      72,
      1096,
      526,
      lin([
        [0, '#d6ecdf'],
        [0.7, '#fff6d6'],
        [1, '#fde9b8'],
      ]),
    ) +
    each(4, (i) => tree(330 + i * 310, 610, 330, mix('#8fb98a', '#fff3cf', 0.55), i + 3, '#cdb99a')) +
    glow(800, 330, 560, '#fffbe2', 0.6, 330) +
    each(3, (i) => rect(252 + (i + 1) * 274 - 7, 72, 14, 526, '#7a4a30')) +
    rect(252, 326, 1096, 12, '#7a4a30') +
    rows([389, 200, 104], [663, 200, 96], [937, 200, 100], [1211, 200, 104], [389, 468, 96], [1211, 468, 98])
      .map(([x, y, r], i) => medallion(x, y, r, red, i % 2 ? '#fff3cf' : '#eaf2da', i + 2))
      .join('') +
    poly(
      [
        [252, 598],
        [1348, 598],
        [1500, 1000],
        [100, 1000],
      ],
      '#fff6d0',
      'opacity="0.25"',
    ) +
    rows([100, 110], [100, 360], [1500, 110], [1500, 360])
      .map(
        ([x, y], i) =>
          line(x, 0, x, y + 60, '#7a4a30', 3) +
          rect(x - 70, y, 140, 190, '#fdf3dc') +
          medallion(x, y + 95, 56, i % 2 ? '#c8261f' : '#b5402f', '#fdf3dc', i + 20),
      )
      .join('') +
    person(maker) +
    person({
      x: 350,
      y: 830,
      h: 470,
      anchor: 'hip',
      pose: { ...poses.sit, near: [40, 60], nod: 20 },
      top: '#e8b03f',
      bottom: '#3f5f7a',
      style: 'pony',
    }) +
    person({
      x: 1260,
      y: 830,
      h: 480,
      dir: -1,
      anchor: 'hip',
      pose: { ...poses.sit, near: [40, 60], nod: 20 },
      top: '#6a8f5f',
      bottom: '#3a3a50',
      style: 'short',
    }) +
    path(
      'M60 790Q800 730 1540 790L1620 1010H-20Z',
      lin([
        [0, '#a8693c'],
        [1, '#6f4028'],
      ]),
    ) +
    path('M60 790Q800 730 1540 790L1546 806Q800 748 54 806Z', '#d9a06a') +
    rows([480, 880, 74, 0.42], [1120, 876, 80, 0.42], [250, 930, 70, 0.42], [1370, 936, 74, 0.42])
      .map(([x, y, r, q], i) =>
        group(
          medallion(0, 0, r, i % 2 ? '#d8342b' : red, '#a8693c', i + 31),
          `transform="translate(${x} ${y}) scale(1 ${q})"`,
        ),
      )
      .join('') +
    poly(
      [
        [620, 900],
        [980, 900],
        [1030, 985],
        [570, 985],
      ],
      '#e0463a',
    ) +
    poly(
      [
        [620, 900],
        [980, 900],
        [984, 907],
        [616, 907],
      ],
      '#f2766a',
    ) +
    group(medallion(0, 0, 118, '#c8261f', '#fdeccb', 44), 'transform="translate(800 764) scale(1 0.96) rotate(8)"') +
    group(
      wire('M0 0L60 -40M0 0L62 30', '#dfe4e4', 9) +
        circ(-26, 16, 20, 'none', 'stroke="#2c2a34" stroke-width="9"') +
        circ(-24, -22, 20, 'none', 'stroke="#2c2a34" stroke-width="9"') +
        circ(0, 0, 5, '#55555f'),
      'transform="translate(1010 900) rotate(200)"',
    ) +
    each(26, (i) =>
      poly(
        [
          [500 + ((i * 137) % 640), 850 + ((i * 53) % 130)],
          [510 + ((i * 137) % 640), 846 + ((i * 53) % 130)],
          [506 + ((i * 137) % 640), 858 + ((i * 53) % 130)],
        ],
        i % 2 ? '#e0463a' : '#c8261f',
      ),
    )
  );
}
