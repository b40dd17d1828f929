import { sampan } from '../kit/boats.ts';
import { dark, each, fade, glow, line, path, poly, range, rect, wire } from '../kit/core.ts';
import { glitter, hills, reflect, ripples, water } from '../kit/land.ts';
import { person, poses } from '../kit/people.ts';
import { birds, mist, sky, sun, veils } from '../kit/sky.ts';

export function tongRiverBridge(): string {
  const pylon = (x: number, c: string): string =>
    poly(
      [
        [x - 34, 700],
        [x - 22, 700],
        [x - 7, 150],
        [x - 13, 150],
      ],
      c,
    ) +
    poly(
      [
        [x + 34, 700],
        [x + 22, 700],
        [x + 7, 150],
        [x + 13, 150],
      ],
      dark(c, 0.18),
    ) +
    rect(x - 24, 560, 48, 16, dark(c, 0.15)) +
    rect(x - 14, 300, 28, 10, dark(c, 0.1)) +
    rect(x - 13, 120, 26, 180, c) +
    rect(x + 3, 120, 10, 180, dark(c, 0.2)) +
    poly(
      [
        [x - 60, 720],
        [x + 60, 720],
        [x + 48, 690],
        [x - 48, 690],
      ],
      dark(c, 0.25),
    );
  const deck = (x0: number, x1: number, c: string): string =>
    rect(x0, 572, x1 - x0, 24, c) +
    rect(x0, 588, x1 - x0, 10, dark(c, 0.35)) +
    rect(x0, 562, x1 - x0, 3, dark(c, 0.1)) +
    each(Math.floor((x1 - x0) / 24), (i) => rect(x0 + i * 24, 562, 2, 12, dark(c, 0.1)));
  const stays = (x: number, c: string): string =>
    wire(
      range(15)
        .map((i) => `M${x} ${140 + i * 9}L${x - 44 - i * 22.6} 572M${x} ${140 + i * 9}L${x + 44 + i * 22.6} 572`)
        .join(''),
      c,
      2.2,
      'opacity="0.85"',
    );
  const c = '#dfe3dc';
  const steel = '#3f6473';
  const bridge =
    stays(390, '#fbf6e8') +
    stays(1210, '#fbf6e8') +
    deck(-20, 726, steel) +
    deck(874, 1620, steel) +
    pylon(390, c) +
    pylon(1210, c);
  const derrick = (x: number, d: number): string =>
    poly(
      [
        [x - d * 30, 562],
        [x + d * 22, 562],
        [x + d * 74, 462],
        [x + d * 62, 458],
      ],
      '#d7502e',
    ) +
    line(x - d * 24, 562, x + d * 20, 446, '#d7502e', 8) +
    line(x + d * 20, 446, x + d * 70, 462, '#b23f26', 6) +
    rect(x - d * 44 - 18, 536, 36, 26, '#b23f26');
  return (
    sky(['#6f97a8', '#a9c3c4', '#e6dcc4', '#f9dcae'], 720) +
    sun(800, 400, 60, '#fff6da', '#ffe9bf', 6) +
    hills(500, 220, 380, 41, '#a7bdc0', '#dfdccb', 0) +
    mist(520, 150, '#f4e8cf', 0.75) +
    hills(610, 170, 290, 44, '#7f9fa6', '#d2d5c8', 5) +
    mist(640, 140, '#f1e6cf', 0.8) +
    water(690, '#d6d3c2', '#4f7a86') +
    reflect(bridge, 706, 300, '#b9c4bb', 5, 0.32, 0.66) +
    glitter(800, 694, 120, '#fff3d2', 4, 0.7, 940) +
    bridge +
    derrick(706, 1) +
    derrick(894, -1) +
    glow(800, 650, 190, '#fff2c8', 0.7) +
    wire('M774 464V616L744 640M774 616L790 640M826 464V616L856 640M826 616L810 640', '#3b3a40', 3) +
    rect(732, 640, 136, 26, steel) +
    rect(732, 658, 136, 12, dark(steel, 0.35)) +
    rect(732, 632, 136, 3, dark(steel, 0.1)) +
    each(6, (i) => rect(734 + i * 26, 632, 2, 9, dark(steel, 0.1))) +
    rect(732, 640, 8, 30, '#e2762f') +
    rect(860, 640, 8, 30, '#e2762f') +
    person({
      x: 640,
      y: 562,
      h: 52,
      top: '#e8792f',
      bottom: '#2b3a55',
      style: 'hard',
      hat: '#f5c542',
      pose: poses.raise,
    }) +
    person({ x: 606, y: 562, h: 52, top: '#e8792f', bottom: '#2b3a55', style: 'hard', hat: '#f5c542' }) +
    person({
      x: 958,
      y: 562,
      h: 52,
      dir: -1,
      top: '#2f6d8c',
      bottom: '#2b3a55',
      style: 'hard',
      hat: '#f2ede0',
      pose: poses.raise,
    }) +
    person({ x: 992, y: 562, h: 52, dir: -1, top: '#e8792f', bottom: '#2b3a55', style: 'hard', hat: '#f5c542' }) +
    poly(
      [
        [690, 772],
        [920, 772],
        [900, 800],
        [712, 800],
      ],
      '#38505f',
    ) +
    rect(690, 766, 230, 8, '#e2b24a') +
    rect(850, 736, 44, 32, '#f0e5d0') +
    rect(856, 742, 30, 12, '#496470') +
    fade(
      0.35,
      poly(
        [
          [712, 802],
          [900, 802],
          [880, 830],
          [740, 830],
        ],
        '#22394a',
      ),
    ) +
    mist(700, 90, '#f7ecd6', 0.75) +
    veils(14, 690, 90, '#fbf2de', 7, 0.6) +
    ripples(760, 70, '#f4ead2', 7, 0.35) +
    sampan(330, 838, 0.9, '#3f4f58', true, 1) +
    person({
      x: 262,
      y: 826,
      h: 92,
      pose: { near: [60, 10], far: [48, 24], legNear: [8, 0], legFar: [-8, 0], lean: 8 },
      top: '#4a5f6a',
      bottom: '#2d3c48',
      style: 'straw',
      hat: '#d8b36a',
    }) +
    line(244, 860, 318, 770, '#3a3330', 4) +
    path('M-20 1010L-20 880Q120 850 300 920Q380 950 420 1010Z', '#2d4650') +
    path('M1620 1010L1620 860Q1460 850 1330 920Q1240 960 1200 1010Z', '#2d4650') +
    birds(7, 1010, 270, 140, '#5d747c', 4, 14)
  );
}
