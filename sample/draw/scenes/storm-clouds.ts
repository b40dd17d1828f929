import { trawler } from '../kit/boats.ts';
import { skyline } from '../kit/buildings.ts';
import {
  blob,
  dark,
  each,
  glow,
  group,
  H,
  lin,
  line,
  mix,
  n,
  type P,
  path,
  poly,
  rect,
  rng,
  W,
  wire,
} from '../kit/core.ts';
import { hills, ripples, water } from '../kit/land.ts';
import { rain } from '../kit/sky.ts';

export function stormClouds(): string {
  const r = rng(17);
  const layer = (y: number, spread: number, size: number, c: string, top: string, count: number): string =>
    each(count, (i) => {
      const x = -80 + (i / (count - 1)) * 1760;
      const d = Math.abs(x - 820) / 900;
      const yy = y + d * spread + (r() - 0.5) * 46;
      const s = size * (0.8 + r() * 0.5);
      const puff = (dx: number, dy: number, k: number, q: number): string =>
        path(
          blob(x + dx * s, yy + dy * s, s * k, s * k * 0.7, i * 5 + q + Math.round(y), 0.08, 18),
          lin([
            [0, top],
            [0.55, c],
            [1, dark(c, 0.18)],
          ]),
        );
      return puff(-0.55, 0.1, 0.55, 1) + puff(0.5, 0.12, 0.6, 2) + puff(0, -0.1, 0.85, 3) + puff(-0.2, 0.22, 0.6, 4);
    });
  const bolt = (pts: P[], w: number): string =>
    wire(`M${pts.map((p) => p.map(n).join(' ')).join('L')}`, '#fff8d8', w) +
    wire(`M${pts.map((p) => p.map(n).join(' ')).join('L')}`, '#ffeaa0', w * 4, 'opacity="0.22"');
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#131a30'],
        [0.4, '#2f4058'],
        [0.62, '#8f8a80'],
        [0.7, '#f0b878'],
      ]),
    ) +
    glow(820, 690, 900, '#ffcf8a', 0.75, 190) +
    layer(70, -120, 210, '#1d2740', '#2b3854', 10) +
    layer(200, -150, 200, '#253250', '#3d4d6e', 9) +
    layer(320, -170, 170, '#33425e', '#566580', 9) +
    layer(415, -190, 130, '#4a566c', '#8a8c94', 11) +
    path(
      'M330 440Q560 520 820 500Q1100 520 1320 430Q1240 590 1010 600Q820 640 620 596Q400 570 330 440Z',
      lin([
        [0, '#33425c'],
        [0.7, '#5a6478'],
        [1, '#a89888'],
      ]),
    ) +
    path('M450 520Q820 610 1190 510Q1080 590 820 600Q560 590 450 520Z', '#c9a890', 'opacity="0.4"') +
    glow(600, 480, 300, '#cfd8ff', 0.45) +
    bolt(
      [
        [610, 470],
        [580, 530],
        [612, 560],
        [570, 620],
        [596, 650],
        [560, 712],
      ],
      7,
    ) +
    bolt(
      [
        [612, 560],
        [660, 600],
        [650, 640],
      ],
      4,
    ) +
    bolt(
      [
        [1130, 470],
        [1150, 520],
        [1126, 560],
        [1150, 620],
      ],
      3.4,
    ) +
    each(80, (i) => line(880 + i * 6, 600 + (i % 7) * 4, 840 + i * 6, 716, '#5a6478', 3, 'opacity="0.28"')) +
    hills(716, 50, 260, 171, '#3a4256', '#6a625f', 5) +
    skyline(716, 173, '#3d4558', '#7a6a64', {
      x0: -20,
      x1: 480,
      min: 20,
      max: 120,
      w: 40,
      lit: '#ffd28a',
      share: 0.4,
    }) +
    water(712, '#e0a878', '#14243c') +
    ripples(718, 110, '#ffdcae', 3, 0.4) +
    ripples(740, 130, '#172a44', 5, 0.5) +
    each(
      4,
      (j) =>
        path(
          `M-40 ${800 + j * 56}${each(9, () => 'q50 -40 100 -6t100 6')}V${1010}H-40Z`,
          mix('#3a5268', '#122036', j / 3),
          'opacity="0.85"',
        ) + wire(`M-40 ${800 + j * 56}${each(9, () => 'q50 -40 100 -6t100 6')}`, '#dfe6e2', 3.4, 'opacity="0.55"'),
    ) +
    group(
      trawler(0, 0, 1.15, '#a83f30', '#f0dcc0', 1, { band: '#f2c24a', lit: '#ffe9a0' }),
      'transform="translate(790 824) rotate(-7)"',
    ) +
    path('M640 846Q720 812 800 838Q880 812 960 842Q800 880 640 846Z', '#2f465e') +
    path('M1620 1010V760Q1500 730 1400 770Q1330 800 1300 850Q1260 900 1180 1010Z', '#10182a') +
    group(
      poly(
        [
          [-34, 0],
          [34, 0],
          [20, -220],
          [-20, -220],
        ],
        '#e6dccb',
      ) +
        poly(
          [
            [-30, -60],
            [30, -60],
            [26, -110],
            [-26, -110],
          ],
          '#a83f30',
        ) +
        poly(
          [
            [-23, -170],
            [23, -170],
            [20, -220],
            [-20, -220],
          ],
          '#a83f30',
        ) +
        poly(
          [
            [8, 0],
            [34, 0],
            [20, -220],
            [4, -220],
          ],
          '#1b2438',
          'opacity="0.35"',
        ) +
        rect(-28, -230, 56, 10, '#1b2438') +
        rect(-16, -262, 32, 34, '#fff3b8') +
        path('M-22 -262Q0 -290 22 -262Z', '#1b2438'),
      'transform="translate(1420 776)"',
    ) +
    path(
      'M1420 530L-40 380V560Z',
      lin(
        [
          [0, '#fff3c0', 0],
          [1, '#fff3c0', 0.5],
        ],
        0,
        0,
        1,
        0,
      ),
    ) +
    glow(1420, 530, 150, '#fff3c0', 0.9) +
    rain(120, 14, '#dfe8f0', 0.22, 0.34, 70)
  );
}
