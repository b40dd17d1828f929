import { skyline } from '../kit/buildings.ts';
import { circ, each, fade, glow, group, lin, line, oval, path, pick, poly, rect, round, W, wire } from '../kit/core.ts';
import { person, poses, shadow } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { heap, sky } from '../kit/sky.ts';

export function fireDrill(): string {
  const child = (x: number, i: number): string =>
    shadow(x, 936, 34) +
    person({
      x,
      y: 934 + (i % 2) * 4,
      h: 190 + (i % 3) * 10,
      dir: 1,
      pose: { near: [18, 108], far: [-14, 10], legNear: [i % 2 ? 20 : 8, -8], legFar: [i % 2 ? -18 : -6, -6], lean: 8 },
      top: pick(['#f2c73a', '#2f8a9a', '#e8694a', '#5f9a4f', '#8a5aa0'], i % 5),
      bottom: '#2f4060',
      wear: i % 3 === 1 ? 'skirt' : 'shorts',
      sleeve: 'short',
      shoe: '#f4ecdc',
      style: pick(['short', 'pony', 'bob'] as const, i % 3),
    });
  const truck = group(
    rect(
      -330,
      -150,
      440,
      130,
      lin([
        [0, '#f0532f'],
        [1, '#b82a20'],
      ]),
    ) +
      path(
        'M110 -20V-176H200Q236 -172 252 -96L262 -60V-20Z',
        lin([
          [0, '#f26a3a'],
          [1, '#c8302a'],
        ]),
      ) +
      path(
        'M176 -162H196Q222 -158 234 -98H176Z',
        lin([
          [0, '#cfe8ee'],
          [1, '#4f7f92'],
        ]),
      ) +
      round(
        124,
        -162,
        42,
        62,
        6,
        lin([
          [0, '#cfe8ee'],
          [1, '#4f7f92'],
        ]),
      ) +
      rect(-330, -84, 592, 16, '#fdf3dc') +
      rect(-330, -64, 592, 7, '#f2c73a') +
      each(
        4,
        (i) =>
          round(-316 + i * 104, -140, 92, 48, 4, '#d9d6cc') +
          wire(
            each(4, (k) => `M${-312 + i * 104} ${-132 + k * 11}h84`),
            '#a9a69c',
            2.4,
          ),
      ) +
      round(150, -198, 70, 22, 8, '#3f8fe0') +
      glow(185, -190, 110, '#7fc0ff', 0.8) +
      [-230, -110, 190].map((x) => circ(x, -14, 44, '#20232e') + circ(x, -14, 20, '#c9cdd0')).join('') +
      rect(-346, -26, 620, 12, '#2a2d38') +
      circ(250, -44, 12, '#fff4c8') +
      rect(-60, -176, 90, 30, '#8f959c'),
    'transform="translate(560 880)"',
  );
  const ladder =
    wire('M530 706L1010 330M550 730L1030 356', '#e6e2d4', 9) +
    each(20, (i) => line(530 + i * 25, 706 - i * 19.6, 550 + i * 25, 730 - i * 19.6, '#cfcabc', 6)) +
    wire('M640 616L1040 302M656 634L1054 322', '#fdf8ea', 6);
  return (
    sky(['#4f9fc8', '#a3d3dc', '#f0f0d8'], 720) +
    heap(330, 170, 330, '#ffffff', '#d9e8ea', 61) +
    heap(760, 110, 220, '#ffffff', '#d9e8ea', 64) +
    skyline(700, 181, '#b3cdd3', '#dfe9da', { min: 80, max: 230, w: 60, x1: 900, glass: '#9bbac2' }) +
    each(6, (i) => tree(30 + i * 150, 720, 190 + (i % 2) * 30, i % 2 ? '#6fa85f' : '#86b562', i + 5)) +
    rect(
      990,
      150,
      560,
      640,
      lin([
        [0, '#f6e6c8'],
        [1, '#e6c496'],
      ]),
    ) +
    rect(970, 120, 600, 40, '#c8553d') +
    poly(
      [
        [1410, 160],
        [1550, 160],
        [1550, 790],
        [1410, 790],
      ],
      '#8a5a48',
      'opacity="0.18"',
    ) +
    each(
      4,
      (j) =>
        rect(990, 300 + j * 150, 560, 14, '#d9a878') +
        each(
          4,
          (i) =>
            rect(1024 + i * 132, 186 + j * 150, 96, 92, '#fdf6e6') +
            rect(
              1032 + i * 132,
              194 + j * 150,
              80,
              76,
              lin([
                [0, '#b5dce4'],
                [1, '#5f97aa'],
              ]),
            ) +
            rect(1070 + i * 132, 194 + j * 150, 5, 76, '#fdf6e6'),
        ),
    ) +
    path(
      'M1030 270Q990 190 1040 120Q1010 60 1070 10Q1160 -20 1190 60Q1170 110 1130 150Q1150 220 1110 272Z',
      '#8f8f94',
      'opacity="0.55"',
    ) +
    path(
      'M1040 270Q1020 200 1070 140Q1060 90 1110 60Q1150 90 1120 150Q1130 220 1100 272Z',
      '#c9c6c2',
      'opacity="0.6"',
    ) +
    rect(1032, 194, 80, 76, '#f2a03f') +
    glow(1072, 236, 110, '#ffb04a', 0.8) +
    rect(
      0,
      760,
      W,
      250,
      lin([
        [0, '#d98a66'],
        [1, '#a8583f'],
      ]),
    ) +
    path('M-20 800Q800 770 1620 800V812Q800 782 -20 812Z', '#f6e8d0') +
    ladder +
    group(round(-44, -20, 88, 60, 8, '#e6e2d4') + rect(-44, -4, 88, 8, '#c8302a'), 'transform="translate(1040 318)"') +
    person({
      x: 1032,
      y: 320,
      h: 150,
      pose: { near: [76, 10], far: [60, 30], legNear: [3, 0], legFar: [-3, 0], lean: 6 },
      top: '#d9a03a',
      bottom: '#2f3a50',
      style: 'hard',
      hat: '#c8302a',
      wear: 'vest',
      trim: '#e8b23f',
    }) +
    wire('M1074 236Q1078 240 1070 250', '#eaf6ff', 12) +
    fade(0.45, oval(560, 936, 330, 20, '#4a1f1c')) +
    truck +
    person({
      x: 940,
      y: 930,
      h: 330,
      pose: { near: [88, 8], far: [66, 26], legNear: [20, -14], legFar: [-24, -4], lean: -4 },
      top: '#d9a03a',
      bottom: '#2f3a50',
      style: 'hard',
      hat: '#c8302a',
      wear: 'vest',
      trim: '#e8b23f',
      shoe: '#22242e',
    }) +
    wire('M780 890Q830 980 900 860Q930 790 1030 726', '#e8d9a8', 13) +
    path(
      'M1030 722Q1084 470 1112 236L1062 262Q1060 500 1022 716Z',
      lin([
        [0, '#f4fcff'],
        [1, '#b5dcee'],
      ]),
      'opacity="0.85"',
    ) +
    wire('M1028 712Q1070 480 1084 262', '#ffffff', 4, 'opacity="0.9"') +
    each(22, (i) => circ(1050 + ((i * 37) % 90), 216 + ((i * 53) % 90), 3 + (i % 3), '#eaf8ff', 'opacity="0.85"')) +
    each(4, (i) => child(1160 + i * 92, i)) +
    person({ x: 1524, y: 940, h: 320, dir: -1, pose: poses.raise, top: '#5f6fa8', bottom: '#2f3550', style: 'bun' }) +
    each(
      3,
      (i) =>
        poly(
          [
            [110 + i * 90, 960],
            [160 + i * 90, 960],
            [140 + i * 90, 890],
            [130 + i * 90, 890],
          ],
          '#f0702c',
        ) +
        rect(119 + i * 90, 922, 32, 12, '#fdf6e6') +
        rect(100 + i * 90, 956, 70, 9, '#c85420'),
    )
  );
}
