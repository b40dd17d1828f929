import { skyline } from '../kit/buildings.ts';
import { dark, each, fade, group, lin, n, oval, path, pick, rect, W, wire } from '../kit/core.ts';
import { hills, ripples, water } from '../kit/land.ts';
import { hands, type Person, person, poses, shadow } from '../kit/people.ts';
import { mist, rain, sky } from '../kit/sky.ts';

export function floodLevee(): string {
  const sack = (x: number, y: number, w: number, k: number): string =>
    path(
      `M${n(x - w / 2)} ${n(y - w * 0.1)}Q${n(x - w * 0.5)} ${n(y - w * 0.38)} ${n(x)} ${n(y - w * 0.38)}Q${n(x + w * 0.5)} ${n(y - w * 0.38)} ${n(x + w / 2)} ${n(y - w * 0.1)}Q${n(x + w * 0.48)} ${n(y + w * 0.03)} ${n(x)} ${n(y + w * 0.02)}Q${n(x - w * 0.48)} ${n(y + w * 0.03)} ${n(x - w / 2)} ${n(y - w * 0.1)}Z`,
      pick(['#d9bd8a', '#cdb07c', '#e2c998'], k % 3),
    ) +
    path(
      `M${n(x - w * 0.46)} ${n(y - w * 0.05)}Q${n(x)} ${n(y - w * 0.12)} ${n(x + w * 0.48)} ${n(y - w * 0.08)}Q${n(x + w * 0.46)} ${n(y + w * 0.03)} ${n(x)} ${n(y + w * 0.02)}Q${n(x - w * 0.44)} ${n(y + w * 0.03)} ${n(x - w * 0.46)} ${n(y - w * 0.05)}Z`,
      '#8f7450',
      'opacity="0.6"',
    ) +
    wire(
      `M${n(x + w * 0.36)} ${n(y - w * 0.3)}Q${n(x + w * 0.44)} ${n(y - w * 0.18)} ${n(x + w * 0.4)} ${n(y - w * 0.04)}`,
      '#a58a5f',
      3,
    );
  const wall = each(4, (j) => each(15 - (j % 2), (i) => sack(-10 + i * 118 + (j % 2) * 59, 790 - j * 38, 124, i + j)));
  const colors = ['#f2a52c', '#e0532f', '#2f7fb0', '#f2c73a', '#ef7a2c', '#3f9a8a'];
  const chain = each(6, (i) => {
    const p: Person = {
      x: 150 + i * 252,
      y: 930 + (i % 2) * 12,
      h: 360,
      dir: i < 3 ? 1 : i === 3 ? -1 : -1,
      pose:
        i % 2
          ? { near: [62, 20], far: [48, 34], legNear: [16, -8], legFar: [-14, -8], lean: 12 }
          : { near: [50, 40], far: [38, 50], legNear: [12, -4], legFar: [-16, -6], lean: 4 },
      top: pick(colors, i),
      bottom: dark(pick(colors, i), 0.4),
      style: i % 3 === 1 ? 'hard' : 'hood',
      hat: i % 3 === 1 ? '#f4ecdc' : pick(colors, i),
      wear: 'coat',
      shoe: '#23344a',
    };
    const [a] = hands(p);
    return shadow(p.x, p.y, 70, 0.3) + person(p) + (i !== 2 ? sack(a[0] + (p.dir ?? 1) * 16, a[1] + 20, 104, i) : '');
  });
  return (
    sky(['#2f4458', '#5a7080', '#97a5a6'], 520) +
    each(16, (i) =>
      fade(0.55, oval(60 + ((i * 271) % 1600), 60 + ((i * 53) % 170), 240, 56, i % 2 ? '#3a4e60' : '#4a5f6e')),
    ) +
    skyline(470, 161, '#7f9199', '#a3b0b0', { min: 60, max: 220, w: 60, lit: '#f6cf8a', share: 0.14 }) +
    hills(480, 70, 260, 163, '#6a7f82', '#98a7a4', 12) +
    mist(470, 90, '#b5bfbc', 0.6) +
    water(480, '#a58a62', '#6f5a44', 720) +
    ripples(486, 130, '#cdb48a', 7, 0.5, 0, W, 700) +
    ripples(486, 80, '#5f4c3c', 9, 0.4, 0, W, 700) +
    each(5, (i) =>
      path(
        `M${-40 + i * 350} ${560 + (i % 2) * 50}q60 -34 130 -6t130 0q-60 30 -130 14t-130 -8Z`,
        '#e2cba2',
        'opacity="0.5"',
      ),
    ) +
    each(3, (i) =>
      group(
        rect(-8, -120, 16, 150, '#4a4038') +
          path('M-70 -60Q-60 -130 0 -140Q66 -130 70 -60Q40 -30 0 -36Q-40 -30 -70 -60Z', '#4f6a50'),
        `transform="translate(${pick([180, 1180, 1430], i)} ${pick([560, 540, 590], i)})"`,
      ),
    ) +
    group(
      path('M-110 -20Q0 0 120 -26L96 14H-90Z', '#e0532f') +
        person({
          x: -30,
          y: -10,
          h: 96,
          pose: poses.reach,
          top: '#f2c73a',
          bottom: '#2f4a60',
          style: 'helmet',
          hat: '#f4ecdc',
        }) +
        person({
          x: 40,
          y: -10,
          h: 96,
          pose: poses.hold,
          top: '#ef7a2c',
          bottom: '#2f4a60',
          style: 'helmet',
          hat: '#f4ecdc',
        }),
      'transform="translate(780 590)"',
    ) +
    path('M640 606Q780 590 940 606Q800 620 640 606Z', '#efe0c0', 'opacity="0.6"') +
    wall +
    rect(
      0,
      786,
      W,
      224,
      lin([
        [0, '#5a5f4a'],
        [1, '#2f3a3c'],
      ]),
    ) +
    ripples(800, 40, '#8f9a8a', 4, 0.35) +
    each(6, (i) => sack(700 + i * 74 - (i > 3 ? 260 : 0), 972 - (i > 3 ? 34 : 0), 116, i)) +
    chain +
    sack(800, 960, 130, 1) +
    sack(900, 968, 130, 2) +
    sack(850, 924, 130, 0) +
    rain(260, 12, '#eaf1f0', 0.42, 0.26, 64) +
    each(30, (i) =>
      oval(
        (i * 191) % 1600,
        850 + ((i * 67) % 150),
        13,
        3.4,
        'none',
        'stroke="#cfd8d4" stroke-width="1.6" opacity="0.5"',
      ),
    )
  );
}
