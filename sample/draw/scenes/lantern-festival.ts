import { sampan } from '../kit/boats.ts';
import { house, skyline } from '../kit/buildings.ts';
import { circ, each, fade, glow, group, lin, n, oval, path, pick, rect, rng, rows, W, wire } from '../kit/core.ts';
import { glitter, hills, reflect, ripples, water } from '../kit/land.ts';
import { lantern, pagoda } from '../kit/landmarks.ts';
import { person, poses } from '../kit/people.ts';
import { moon, sky, stars } from '../kit/sky.ts';

export function lanternFestival(): string {
  const r = rng(21);
  const carp = (x: number, y: number, s: number): string =>
    group(
      glow(0, 0, 330, '#ff9a4a', 0.6) +
        path(
          'M-150 0Q-220 -90 -270 -70Q-240 -20 -268 30Q-240 60 -200 40Q-170 24 -150 0Z',
          lin([
            [0, '#ffb84a'],
            [1, '#e0402f'],
          ]),
        ) +
        path(
          'M-170 0Q-90 -112 70 -92Q170 -74 190 0Q170 70 70 88Q-90 106 -170 0Z',
          lin([
            [0, '#f0532f'],
            [0.45, '#ffb04a'],
            [0.6, '#ffe08a'],
            [1, '#e8602f'],
          ]),
        ) +
        each(40, (i) => {
          const [a, b] = [i % 8, Math.floor(i / 8)];
          return wire(
            `M${-110 + a * 25 + (b % 2) * 12} ${-56 + b * 25}a13 14 0 0 1 0 26`,
            '#c8302a',
            3.4,
            'opacity="0.7"',
          );
        }) +
        path('M96 -90Q130 -40 106 86Q170 70 190 0Q170 -74 96 -90Z', '#f26a3a', 'opacity="0.8"') +
        circ(136, -26, 20, '#fff6d8') +
        circ(140, -24, 10, '#2a1a24') +
        path('M-30 -96Q0 -160 70 -132Q56 -110 70 -92Z', '#ffcf5a') +
        path('M0 92Q-10 140 40 150Q36 116 60 90Z', '#ffcf5a') +
        wire('M188 10Q220 20 214 50M186 16Q206 40 190 66', '#ffcf5a', 5),
      `transform="translate(${x} ${y}) scale(${s})"`,
    );
  const lotus = (x: number, y: number, s: number): string =>
    glow(x, y - s * 0.3, s * 2.4, '#ffb05a', 0.55) +
    each(5, (i) =>
      path(
        `M${n(x)} ${n(y)}Q${n(x + (i - 2) * s * 0.5 - s * 0.3)} ${n(y - s * 0.5)} ${n(x + (i - 2) * s * 0.44)} ${n(y - s * (1 - Math.abs(i - 2) * 0.22))}Q${n(x + (i - 2) * s * 0.4 + s * 0.3)} ${n(y - s * 0.4)} ${n(x)} ${n(y)}Z`,
        i % 2 ? '#f58aa0' : '#ffb8b0',
      ),
    ) +
    oval(x, y - s * 0.28, s * 0.16, s * 0.28, '#fff3b8') +
    fade(0.5, oval(x, y + s * 0.4, s * 0.5, s * 0.5, '#ff9a5a'));
  const bank = (x: number, dir: number): string =>
    each(3, (i) =>
      house(x + dir * i * 0 + i * 170, 600, 190, 170 + (i % 2) * 40, {
        wall: '#7a4a4a',
        wood: '#4a2a34',
        roof: '#2a2f4c',
        lit: '#ffc065',
        floors: 2,
        seed: i + (dir > 0 ? 3 : 13),
      }),
    );
  const sky2 = each(70, (_i) => {
    const t = r();
    const s = 10 + t * 42;
    const [x, y] = [r() * W, 40 + (1 - t) * 380 * r() + t * 300 * r()];
    return (
      glow(x, y, s * 1.5, '#ffb04f', 0.5) +
      path(
        `M${n(x - s * 0.36)} ${n(y + s * 0.42)}L${n(x - s * 0.48)} ${n(y - s * 0.3)}Q${n(x)} ${n(y - s * 0.72)} ${n(x + s * 0.48)} ${n(y - s * 0.3)}L${n(x + s * 0.36)} ${n(y + s * 0.42)}Z`,
        lin([
          [0, '#e8602f'],
          [0.6, '#ffb54f'],
          [1, '#fff0b0'],
        ]),
      )
    );
  });
  const town = bank(-60, 1) + bank(1160, -1) + pagoda(800, 600, 330, 7, '#c8794f', '#3a2f52', '#ffe09a');
  return (
    sky(['#0f1438', '#231f5a', '#4f2f6f', '#a84f5f'], 600) +
    stars(120, 330, 7) +
    moon(1290, 150, 56) +
    hills(560, 150, 320, 141, '#2a2555', '#5a3560', 6) +
    skyline(600, 143, '#2c2a5c', '#5f3866', {
      x0: 440,
      x1: 1180,
      min: 50,
      max: 150,
      w: 50,
      lit: '#ffc671',
      share: 0.4,
    }) +
    glow(800, 600, 760, '#ff8f45', 0.5, 260) +
    town +
    sky2 +
    each(16, (i) =>
      lantern(40 + i * 101, 530 + Math.sin(i * 0.9) * 14, 34, i % 2 ? '#e0432f' : '#f09a2f', '#ffdf8a', 10),
    ) +
    rect(0, 596, W, 14, '#2a1c3c') +
    water(606, '#8a4560', '#14163f') +
    reflect(town, 606, 200, '#3a2a5a', 5, 0.4, 0.6) +
    glitter(800, 612, 420, '#ffb05a', 9, 0.6, 960, 120) +
    ripples(620, 110, '#1f1f52', 4, 0.4) +
    reflect(carp(800, 560, 0.9), 640, 180, '#5a3058', 8, 0.35, 0.5) +
    sampan(800, 690, 2.3, '#3a2436', false) +
    carp(810, 545, 1.0) +
    person({ x: 640, y: 668, h: 170, pose: poses.reach, top: '#e8c04a', bottom: '#2a2448', style: 'bun' }) +
    person({ x: 1000, y: 664, h: 176, dir: -1, pose: poses.hold, top: '#4f8ac0', bottom: '#241f3f' }) +
    rows(
      [180, 760, 40],
      [380, 830, 52],
      [560, 790, 34],
      [1090, 800, 40],
      [1270, 750, 34],
      [1440, 830, 52],
      [760, 850, 44],
      [960, 880, 50],
    )
      .map(([x, y, s]) => lotus(x, y, s))
      .join('') +
    path('M-20 1010V930Q400 900 800 950Q1200 900 1620 930V1010Z', '#120f2c') +
    rows([250, 1], [330, 0], [520, 2], [1090, 1], [1180, 3], [1350, 0], [1420, 2])
      .map(([x, k]) =>
        person({
          x,
          y: 990,
          h: k === 0 ? 170 : 260,
          view: 'back',
          top: pick(['#3a2f62', '#4f2f5a', '#24406a', '#5a2f3f'], k),
          bottom: '#171336',
          style: pick(['pony', 'short', 'bun', 'bob'] as const, k),
          pose: k === 2 ? { near: [130, 20], far: [8, 6] } : poses.stand,
        }),
      )
      .join('') +
    lantern(465, 775, 54, '#e0432f', '#ffe08a', 4) +
    lantern(300, 880, 46, '#f09a2f', '#ffe08a', 20)
  );
}
