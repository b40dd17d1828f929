import { circ, dark, each, fade, group, light, lin, line, n, oval, path, poly, rect } from '../kit/core.ts';
import { glitter, hills, ripples, water } from '../kit/land.ts';
import { bars, birds, sky, sun } from '../kit/sky.ts';

export function windTurbines(): string {
  const turbine = (x: number, y: number, h: number, rot: number, c: string): string =>
    poly(
      [
        [x - h * 0.022, y],
        [x + h * 0.022, y],
        [x + h * 0.011, y - h],
        [x - h * 0.011, y - h],
      ],
      lin(
        [
          [0, light(c, 0.3)],
          [0.5, c],
          [1, dark(c, 0.25)],
        ],
        0,
        0,
        1,
        0,
      ),
    ) +
    rect(x - h * 0.035, y - h * 0.05, h * 0.07, h * 0.05, '#e8b23a') +
    rect(x - h * 0.04, y, h * 0.08, h * 0.02, dark(c, 0.4)) +
    each(3, (i) =>
      group(
        path(
          `M${n(-h * 0.012)} 0Q${n(-h * 0.038)} ${n(-h * 0.14)} ${n(-h * 0.004)} ${n(-h * 0.56)}Q${n(h * 0.016)} ${n(-h * 0.3)} ${n(h * 0.014)} 0Z`,
          c,
        ) +
          path(
            `M0 0L${n(-h * 0.004)} ${n(-h * 0.56)}Q${n(h * 0.016)} ${n(-h * 0.3)} ${n(h * 0.014)} 0Z`,
            dark(c, 0.18),
          ),
        `transform="translate(${n(x)} ${n(y - h)}) rotate(${rot + i * 120})"`,
      ),
    ) +
    circ(x, y - h, h * 0.026, light(c, 0.3)) +
    circ(x, y - h, h * 0.012, dark(c, 0.2));
  const list: [number, number, number, number, string][] = [
    [120, 610, 190, 10, '#e4d3c8'],
    [300, 606, 150, 50, '#e4cbbd'],
    [1330, 606, 160, 80, '#e4cbbd'],
    [1490, 612, 210, 30, '#e4d3c8'],
    [560, 604, 120, 70, '#e8c4b0'],
    [1080, 604, 130, 100, '#e8c4b0'],
  ];
  return (
    sky(['#234a72', '#5f86a0', '#d9a793', '#fbc78e', '#ffe3ac'], 600) +
    bars(18, 90, 460, '#ffcfa6', 23, 0.5, 560) +
    bars(8, 60, 240, '#8fa3b8', 29, 0.4, 500) +
    sun(1010, 520, 70, '#fff4cf', '#ffd793', 6) +
    hills(600, 60, 300, 31, '#9c8f9c', '#e6b697', 4) +
    water(600, '#f2bf93', '#173d5c') +
    ripples(606, 170, '#22577a', 4, 0.4) +
    glitter(1010, 604, 150, '#fff0c4', 3, 0.8, 960, 90) +
    list.map((t) => turbine(...t)).join('') +
    turbine(400, 690, 440, 22, '#f2e6da') +
    turbine(1230, 700, 480, 62, '#f2e6da') +
    turbine(800, 790, 640, -6, '#fbf3e8') +
    fade(
      0.3,
      poly(
        [
          [786, 800],
          [814, 800],
          [826, 990],
          [776, 990],
        ],
        '#fbf3e8',
      ),
    ) +
    oval(800, 802, 70, 9, '#fff4dd', 'opacity="0.6"') +
    group(
      path('M-90 -22L86 -26Q104 -30 112 -42Q106 -8 88 6L-82 6Q-92 -6 -90 -22Z', '#d8502f') +
        rect(-60, -66, 70, 44, '#f6ecd8') +
        rect(-50, -58, 16, 14, '#35566a') +
        rect(-28, -58, 16, 14, '#35566a') +
        rect(-6, -58, 12, 14, '#35566a') +
        line(-30, -66, -30, -110, '#3a3a44', 3) +
        rect(20, -36, 50, 12, '#e8b23a'),
      'transform="translate(560 850) scale(1.35)"',
    ) +
    fade(0.5, path('M420 862Q300 872 200 900Q320 888 440 870Z', '#fdf0dc')) +
    ripples(800, 60, '#ffe3b8', 9, 0.35) +
    birds(8, 620, 300, 170, '#f6e6d8', 4, 16)
  );
}
