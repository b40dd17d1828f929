import {
  circ,
  dark,
  each,
  fade,
  glow,
  group,
  H,
  lin,
  line,
  mix,
  n,
  oval,
  path,
  pick,
  poly,
  rect,
  rng,
  round,
  W,
  wire,
} from '../kit/core.ts';
import { hands, type Person, person } from '../kit/people.ts';

export function tableTennis(): string {
  const a: Person = {
    x: 300,
    y: 900,
    h: 620,
    pose: { near: [70, 46], far: [40, 80], legNear: [34, -30], legFar: [-30, -14], lean: 22 },
    top: '#d8372c',
    bottom: '#262c48',
    wear: 'shorts',
    sleeve: 'short',
    shoe: '#f6efe0',
  };
  const b: Person = {
    x: 1310,
    y: 880,
    h: 600,
    dir: -1,
    pose: { near: [128, 34], far: [50, 60], legNear: [40, -34], legFar: [-26, -22], lean: 14 },
    top: '#2f62a8',
    bottom: '#262c48',
    wear: 'shorts',
    sleeve: 'short',
    shoe: '#f6efe0',
    style: 'pony',
  };
  const bat = (p: Person, rot: number): string => {
    const [h] = hands(p);
    return group(
      rect(-6, -6, 12, 44, '#c98a4a') + oval(0, -36, 36, 40, '#23242c') + oval(-3, -37, 33, 37, '#b8302a'),
      `transform="translate(${n(h[0])} ${n(h[1])}) rotate(${rot})"`,
    );
  };
  const r = rng(9);
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#173a4f'],
        [0.6, '#256a74'],
        [1, '#2f7f80'],
      ]),
    ) +
    each(6, (i) =>
      poly(
        [
          [140 + i * 270, 0],
          [240 + i * 270, 0],
          [330 + i * 260 - (i - 2.5) * 90, 620],
          [40 + i * 260 - (i - 2.5) * 40, 620],
        ],
        '#fff3c8',
        'opacity="0.07"',
      ),
    ) +
    each(7, (i) => rect(80 + i * 220, 30, 150, 18, '#fff6d8') + glow(155 + i * 220, 40, 160, '#fff3c8', 0.5)) +
    each(110, (i) => {
      const [x, y] = [(i % 37) * 44 + (Math.floor(i / 37) % 2) * 22, 330 + Math.floor(i / 37) * 62];
      const t = pick(['#3f6a80', '#5a5a80', '#7a5560', '#4f7f70', '#8a7a5a'], Math.floor(r() * 5));
      return (
        round(x - 20, y + 14, 40, 70, 16, dark(t, 0.25)) +
        circ(x, y, 13, mix('#d9a07a', '#2a5a68', 0.45)) +
        path(`M${n(x - 14)} ${n(y)}a14 14 0 0 1 28 0q-14 -8 -28 0Z`, '#1d3040')
      );
    }) +
    rect(0, 540, W, 80, '#1d5560') +
    each(6, (i) => rect(i * 280 + 10, 548, 260, 66, i % 2 ? '#1a4a5a' : '#c8402f', 'opacity="0.8"')) +
    rect(
      0,
      616,
      W,
      400,
      lin([
        [0, '#c8553d'],
        [1, '#8a2f34'],
      ]),
    ) +
    poly(
      [
        [0, 720],
        [1600, 720],
        [1600, 728],
        [0, 728],
      ],
      '#e8a08a',
      'opacity="0.5"',
    ) +
    fade(
      0.35,
      oval(800, 922, 460, 36, '#3a1020') + oval(360, 924, 132, 16, '#3a1020') + oval(1249, 908, 132, 16, '#3a1020'),
    ) +
    group(
      person(b) +
        bat(b, -30) +
        poly(
          [
            [470, 660],
            [1130, 660],
            [1230, 760],
            [370, 760],
          ],
          lin([
            [0, '#3f86c4'],
            [1, '#2560a0'],
          ]),
        ) +
        poly(
          [
            [370, 760],
            [1230, 760],
            [1230, 784],
            [370, 784],
          ],
          '#173f70',
        ) +
        wire('M470 660L1130 660L1230 760L370 760Z', '#f6f3e6', 6) +
        line(420, 708, 1180, 708, '#f6f3e6', 4) +
        rect(420, 784, 18, 120, '#1f2a3c') +
        rect(1162, 784, 18, 120, '#1f2a3c') +
        rect(560, 784, 14, 90, '#182234') +
        rect(1030, 784, 14, 90, '#182234') +
        poly(
          [
            [796, 596],
            [804, 596],
            [804, 770],
            [796, 770],
          ],
          '#1f2a3c',
        ) +
        poly(
          [
            [792, 598],
            [808, 598],
            [812, 766],
            [788, 766],
          ],
          '#f6f3e6',
          'opacity="0.85"',
        ) +
        rect(788, 592, 24, 10, '#ffffff') +
        person(a) +
        bat(a, 36) +
        wire('M566 560Q700 470 960 470', '#fff6d8', 5, 'opacity="0.5" stroke-dasharray="4 16"') +
        glow(980, 470, 60, '#fff6d8', 0.6) +
        circ(980, 470, 15, '#ffffff'),
      'transform="translate(96 126) scale(0.88)"',
    )
  );
}
