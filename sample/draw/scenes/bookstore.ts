import { circ, each, fade, glow, group, H, lin, line, path, pick, poly, rect, round, W, wire } from '../kit/core.ts';
import { lantern } from '../kit/landmarks.ts';
import { person, poses } from '../kit/people.ts';
import { potted } from '../kit/plants.ts';
import { bookcase, pendant } from '../kit/props.ts';

const spines = ['#b5402f', '#2f6d7c', '#e0a53a', '#efe2c6', '#4f6a3f', '#7a4a6a', '#d9773a', '#34507a'];

const bicycleAt = (x: number, y: number): string =>
  group(
    circ(-50, -34, 32, 'none', 'stroke="#161a30" stroke-width="5"') +
      circ(54, -34, 32, 'none', 'stroke="#161a30" stroke-width="5"') +
      wire('M-50 -34L-6 -34L36 -84L-20 -84L-50 -34M-20 -84L-6 -34M54 -34L32 -96L52 -104M-26 -98H-6', '#d8573a', 6) +
      rect(44, -100, 46, 34, '#a8743f'),
    `transform="translate(${x} ${y})"`,
  );

export function bookstore(): string {
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#1d2b4c'],
        [1, '#2f3d5f'],
      ]),
    ) +
    rect(
      120,
      40,
      1360,
      830,
      lin([
        [0, '#2f4a4f'],
        [1, '#223840'],
      ]),
    ) +
    each(9, (i) =>
      each(5, (j) => rect(128 + i * 150 + (j % 2) * 40, 50 + j * 30, 138, 24, '#355358', 'opacity="0.6"')),
    ) +
    rect(90, 190, 1420, 34, '#b5713a') +
    rect(90, 218, 1420, 14, '#7a4628') +
    each(18, (i) =>
      poly(
        [
          [120 + i * 75.6, 232],
          [120 + (i + 1) * 75.6, 232],
          [96 + (i + 1) * 78.4, 318],
          [96 + i * 78.4, 318],
        ],
        i % 2 ? '#f4e6c8' : '#c8402f',
      ),
    ) +
    rect(
      180,
      330,
      520,
      430,
      lin([
        [0, '#ffe9b0'],
        [1, '#f2ab5a'],
      ]),
    ) +
    rect(
      900,
      330,
      520,
      430,
      lin([
        [0, '#ffe9b0'],
        [1, '#f2ab5a'],
      ]),
    ) +
    rect(
      720,
      330,
      160,
      530,
      lin([
        [0, '#ffefc0'],
        [1, '#f2b06a'],
      ]),
    ) +
    bookcase(200, 640, 220, 290, 4, '#9a6238', spines, 3) +
    bookcase(460, 640, 220, 290, 4, '#9a6238', spines, 13) +
    bookcase(920, 640, 220, 290, 4, '#9a6238', spines, 23) +
    bookcase(1180, 640, 220, 290, 4, '#9a6238', spines, 33) +
    bookcase(742, 800, 116, 400, 6, '#b5794a', spines, 43) +
    pendant(440, 400, 54, '#2f6d5f', '#fff3c0', 330) +
    pendant(1160, 400, 54, '#2f6d5f', '#fff3c0', 330) +
    glow(440, 500, 300, '#fff0b8', 0.5) +
    glow(1160, 500, 300, '#fff0b8', 0.5) +
    person({
      x: 330,
      y: 800,
      h: 360,
      pose: { ...poses.hold, nod: 18 },
      top: '#34607a',
      bottom: '#2c3048',
      style: 'short',
    }) +
    group(
      path('M-34 0L0 8L34 0V-34L0 -26L-34 -34Z', '#fdf6e4') + line(0, 8, 0, -26, '#c9b890', 3),
      'transform="translate(425 588)"',
    ) +
    person({
      x: 1290,
      y: 800,
      h: 350,
      dir: -1,
      pose: poses.reach,
      top: '#b5503a',
      bottom: '#3a3550',
      style: 'bob',
      wear: 'skirt',
    }) +
    person({
      x: 1060,
      y: 790,
      h: 220,
      dir: 1,
      pose: { ...poses.hold, nod: 20 },
      top: '#e6b23a',
      bottom: '#2f5f70',
      wear: 'shorts',
      sleeve: 'short',
    }) +
    rect(180, 700, 520, 70, '#8a5530') +
    rect(900, 700, 520, 70, '#8a5530') +
    each(
      9,
      (i) =>
        poly(
          [
            [204 + i * 55, 706],
            [244 + i * 55, 706],
            [240 + i * 55, 652],
            [208 + i * 55, 652],
          ],
          pick(spines, i % 8),
        ) + rect(214 + i * 55, 668, 20, 5, '#fdf3dc'),
    ) +
    each(9, (i) =>
      i > 2 && i < 6
        ? each(3, (k) => rect(920 + i * 55, 690 - k * 14, 46, 13, pick(spines, (i + k) % 8)))
        : poly(
            [
              [924 + i * 55, 706],
              [964 + i * 55, 706],
              [960 + i * 55, 652],
              [928 + i * 55, 652],
            ],
            pick(spines, (i + 3) % 8),
          ) + circ(944 + i * 55, 678, 9, '#fdf3dc'),
    ) +
    wire('M180 330H700V770H180ZM440 330V700M900 330H1420V770H900ZM1160 330V700', '#5f3a26', 12) +
    rect(160, 770, 560, 100, '#355a58') +
    rect(880, 770, 560, 100, '#355a58') +
    each(4, (i) => rect(180 + i * 132, 788, 112, 64, '#2a4a4a') + rect(900 + i * 132, 788, 112, 64, '#2a4a4a')) +
    wire('M720 330V866M880 330V866M720 330H880M800 330V330', '#5f3a26', 12) +
    poly(
      [
        [880, 332],
        [960, 350],
        [960, 900],
        [880, 866],
      ],
      '#7a4a2e',
    ) +
    poly(
      [
        [892, 360],
        [948, 372],
        [948, 700],
        [892, 690],
      ],
      '#ffe2a0',
      'opacity="0.85"',
    ) +
    poly(
      [
        [200, 336],
        [330, 336],
        [220, 690],
        [190, 690],
      ],
      '#ffffff',
      'opacity="0.18"',
    ) +
    poly(
      [
        [930, 336],
        [1040, 336],
        [950, 690],
        [910, 690],
      ],
      '#ffffff',
      'opacity="0.16"',
    ) +
    rect(
      0,
      866,
      W,
      144,
      lin([
        [0, '#5a5670'],
        [1, '#26294a'],
      ]),
    ) +
    poly(
      [
        [180, 870],
        [1420, 870],
        [1560, 1000],
        [40, 1000],
      ],
      '#ffb860',
      'opacity="0.35"',
    ) +
    poly(
      [
        [720, 866],
        [880, 866],
        [960, 1000],
        [640, 1000],
      ],
      '#ffdc9a',
      'opacity="0.5"',
    ) +
    person({
      x: 800,
      y: 958,
      h: 390,
      view: 'back',
      pose: { near: [10, 70], far: [10, 8], legNear: [-3, 0], legFar: [3, 0] },
      top: '#26375a',
      bottom: '#1b2540',
      style: 'pony',
      wear: 'coat',
    }) +
    fade(
      0.35,
      poly(
        [
          [770, 960],
          [830, 960],
          [870, 1000],
          [760, 1000],
        ],
        '#14182e',
      ),
    ) +
    potted(140, 890, 190, '#4f8a5f', '#c8693a', 3) +
    potted(1470, 890, 190, '#4f8a5f', '#c8693a', 5) +
    bicycleAt(1200, 960) +
    lantern(200, 270, 60, '#e8a03a', '#fff0b0', 30) +
    lantern(1400, 270, 60, '#e8a03a', '#fff0b0', 30) +
    round(690, 80, 220, 84, 10, '#f4e6c8') +
    path('M730 140V106Q764 96 800 112Q836 96 870 106V140Q836 130 800 146Q764 130 730 140Z', '#c8402f') +
    line(800, 112, 800, 146, '#f4e6c8', 4)
  );
}
