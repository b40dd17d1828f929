import { roof, skyline } from '../kit/buildings.ts';
import { each, fade, group, lin, line, n, type P, pick, poly, rect, round, wire } from '../kit/core.ts';
import { hills } from '../kit/land.ts';
import { person } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { birds, heap, sky, sun } from '../kit/sky.ts';

export function solarRoof(): string {
  const panel = (x: number, y: number, w: number, h: number, sk: number, cols: number, rows: number): string => {
    const pt = (u: number, v: number): P => [x + u * w + (1 - v) * sk, y + v * h];
    return each(cols * rows, (k) => {
      const [i, j] = [k % cols, Math.floor(k / cols)];
      const [u0, u1, v0, v1] = [(i + 0.03) / cols, (i + 0.97) / cols, (j + 0.03) / rows, (j + 0.97) / rows];
      const grid =
        each(
          5,
          (q) =>
            `M${pt(u0 + ((u1 - u0) * (q + 1)) / 6, v0)
              .map(n)
              .join(' ')}L${pt(u0 + ((u1 - u0) * (q + 1)) / 6, v1)
              .map(n)
              .join(' ')}`,
        ) +
        each(
          3,
          (q) =>
            `M${pt(u0, v0 + ((v1 - v0) * (q + 1)) / 4)
              .map(n)
              .join(' ')}L${pt(u1, v0 + ((v1 - v0) * (q + 1)) / 4)
              .map(n)
              .join(' ')}`,
        );
      return (
        poly(
          [pt(u0, v0), pt(u1, v0), pt(u1, v1), pt(u0, v1)],
          lin(
            [
              [0, '#7fb5d8'],
              [0.35, '#2f62a0'],
              [1, '#173a70'],
            ],
            0,
            0,
            1,
            1,
          ),
          'stroke="#e6ecec" stroke-width="5"',
        ) + wire(grid, '#9fc6e0', 1.6, 'opacity="0.6"')
      );
    });
  };
  return (
    sky(['#2f86c0', '#7fc0d8', '#e6f0d8', '#fdecc0'], 600) +
    sun(1180, 170, 66, '#fffbe6', '#fff0b8', 6) +
    heap(360, 170, 320, '#ffffff', '#d9e9ee', 51) +
    heap(760, 120, 200, '#ffffff', '#d9e9ee', 55) +
    hills(520, 120, 330, 61, '#8fb8c0', '#d0e0d0', 5) +
    skyline(600, 137, '#b5cdd3', '#dfe8d6', { min: 80, max: 300, w: 66, glass: '#93b3bf' }) +
    each(
      6,
      (i) =>
        rect(i * 280 - 30, 560 + (i % 2) * 20, 250, 160, pick(['#e6cfa8', '#d9a884', '#efe2c4'], i % 3)) +
        roof(i * 280 - 30, 566 + (i % 2) * 20, 250, 60, pick(['#b5553d', '#5f6a74'], i % 2)) +
        each(4, (k) => rect(i * 280 - 6 + k * 56, 600 + (i % 2) * 20, 30, 40, '#6f8792')) +
        panel(i * 280 + 20, 520 + (i % 2) * 20, 110, 40, 12, 3, 1),
    ) +
    each(8, (i) => tree(60 + i * 220, 700, 130, '#6fa85a', i + 3)) +
    poly(
      [
        [-20, 680],
        [1620, 640],
        [1620, 1010],
        [-20, 1010],
      ],
      lin([
        [0, '#d88a62'],
        [1, '#a8553d'],
      ]),
    ) +
    poly(
      [
        [-20, 680],
        [1620, 640],
        [1620, 662],
        [-20, 704],
      ],
      '#f2c49a',
    ) +
    each(26, (i) => line(-120 + i * 74, 690 - i * 1.6, -260 + i * 86, 1000, '#a04f38', 2.4, 'opacity="0.6"')) +
    fade(
      0.3,
      poly(
        [
          [250, 940],
          [1180, 940],
          [1330, 690],
          [440, 690],
        ],
        '#3a1c20',
      ),
    ) +
    panel(240, 660, 880, 260, 170, 5, 2) +
    fade(
      0.35,
      poly(
        [
          [460, 664],
          [640, 664],
          [470, 916],
          [300, 916],
        ],
        '#ffffff',
      ),
    ) +
    group(
      poly(
        [
          [0, 0],
          [170, -14],
          [210, -150],
          [50, -136],
        ],
        lin([
          [0, '#8fc0dc'],
          [1, '#24508c'],
        ]),
        'stroke="#e6ecec" stroke-width="5"',
      ) +
        wire(
          'M42 -4L92 -140M85 -8L130 -144M128 -12L172 -147M16 -46L186 -60M32 -92L198 -106',
          '#b5d3e6',
          1.8,
          'opacity="0.7"',
        ),
      'transform="translate(1150 820)"',
    ) +
    person({
      x: 1130,
      y: 900,
      h: 330,
      pose: { near: [64, 20], far: [50, 30], legNear: [18, -10], legFar: [-12, -14], lean: 14 },
      top: '#e8792f',
      bottom: '#2c3f62',
      style: 'hard',
      hat: '#f7efdc',
      wear: 'vest',
      trim: '#f7d24c',
    }) +
    person({
      x: 1400,
      y: 890,
      h: 330,
      dir: -1,
      pose: { near: [58, 24], far: [44, 36], legNear: [10, -6], legFar: [-12, -6], lean: 8 },
      top: '#2f74a0',
      bottom: '#2a3550',
      style: 'hard',
      hat: '#f2c23f',
    }) +
    person({
      x: 560,
      y: 690,
      h: 250,
      pose: { near: [46, 20], far: [36, 30], legNear: [60, -110], legFar: [20, -80], lean: 30 },
      top: '#e8792f',
      bottom: '#2c3f62',
      style: 'hard',
      hat: '#f7efdc',
      anchor: 'hip',
    }) +
    round(240, 930, 120, 50, 8, '#d8502f') +
    wire('M270 930v-16h60v16', '#8a2f20', 6) +
    birds(6, 520, 300, 120, '#ffffff', 4, 14)
  );
}
