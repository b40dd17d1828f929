import { sampan, trawler } from '../kit/boats.ts';
import { skyline } from '../kit/buildings.ts';
import { dark, each, glow, group, n, path, poly, rect, wire } from '../kit/core.ts';
import { glitter, hills, reflect, ripples, water } from '../kit/land.ts';
import { person, poses } from '../kit/people.ts';
import { bars, birds, mist, sky, sun } from '../kit/sky.ts';
import { quayCrane } from '../kit/vehicles.ts';

function lighthouse(x: number, y: number, h: number, wall: string, band: string, lit: string): string {
  const w = h * 0.16;
  return (
    glow(x, y - h * 0.92, h * 0.6, lit, 0.7) +
    poly(
      [
        [x - w, y],
        [x + w, y],
        [x + w * 0.6, y - h * 0.8],
        [x - w * 0.6, y - h * 0.8],
      ],
      wall,
    ) +
    poly(
      [
        [x - w * 0.9, y - h * 0.2],
        [x + w * 0.9, y - h * 0.2],
        [x + w * 0.8, y - h * 0.4],
        [x - w * 0.8, y - h * 0.4],
      ],
      band,
    ) +
    poly(
      [
        [x - w * 0.7, y - h * 0.6],
        [x + w * 0.7, y - h * 0.6],
        [x + w * 0.6, y - h * 0.8],
        [x - w * 0.6, y - h * 0.8],
      ],
      band,
    ) +
    poly(
      [
        [x + w * 0.2, y],
        [x + w, y],
        [x + w * 0.6, y - h * 0.8],
        [x + w * 0.1, y - h * 0.8],
      ],
      dark(wall, 0.6),
      'opacity="0.3"',
    ) +
    rect(x - w * 0.85, y - h * 0.83, w * 1.7, h * 0.03, dark(band, 0.4)) +
    rect(x - w * 0.45, y - h * 0.95, w * 0.9, h * 0.12, lit) +
    path(
      `M${n(x - w * 0.6)} ${n(y - h * 0.95)}Q${n(x)} ${n(y - h * 1.08)} ${n(x + w * 0.6)} ${n(y - h * 0.95)}Z`,
      dark(band, 0.3),
    )
  );
}

export function harborDawn(): string {
  const far =
    skyline(566, 5, '#d98f7d', '#f0b48a', { min: 24, max: 110, w: 34, x0: 930, x1: 1640 }) +
    quayCrane(1190, 566, 0.62, '#a5505f') +
    quayCrane(1400, 566, 0.58, '#a5505f');
  const tower = lighthouse(356, 560, 236, '#f6dcc0', '#b8483f', '#fff0b8');
  return (
    sky(['#2f4272', '#6d6a94', '#d98a86', '#f7b57f', '#ffe0a0'], 570) +
    bars(16, 60, 330, '#f39a86', 4, 0.5, 520) +
    bars(9, 200, 480, '#ffd9a0', 9, 0.55, 420) +
    sun(1035, 440, 104, '#fff3c8', '#ffd28a', 6) +
    hills(560, 120, 300, 3, '#b27f93', '#e8a58c', 5) +
    hills(568, 66, 190, 8, '#8f6484', '#d58f86', 6) +
    far +
    water(566, '#f8bd86', '#2c3f6b') +
    reflect(hills(566, 66, 190, 8, '#8f6484') + far, 566, 130, '#f0ae88', 3, 0.35) +
    ripples(570, 150, '#35457a', 2, 0.35) +
    ripples(570, 60, '#ffdba0', 6, 0.35) +
    glitter(1035, 566, 170, '#fff0bd', 7, 0.9, 960, 130) +
    path('M-20 640L-20 566Q160 548 420 556Q470 560 500 580Q330 600 -20 640Z', '#5b4266') +
    tower +
    mist(566, 60, '#ffd7a6', 0.45) +
    group(trawler(760, 700, 2.1, '#2d5a6b', '#f6dfbd', 1, { band: '#d9533a', lit: '#ffdf94' })) +
    reflect(
      trawler(760, 700, 2.1, '#1f3d5c', '#7a5a6b', 1, { band: '#8c3b45', lit: '#c79a6a' }),
      706,
      190,
      '#7a6a88',
      8,
      0.5,
      0.62,
    ) +
    ripples(716, 40, '#ffcf9a', 12, 0.5, 520, 1090, 900) +
    trawler(1330, 640, 0.95, '#7a3f4d', '#e9c3a4', -1, { band: '#c8553d' }) +
    sampan(520, 626, 0.62, '#4a3550', false) +
    birds(11, 1010, 300, 210, '#4a3a5e', 4, 18) +
    birds(5, 560, 400, 120, '#5a4668', 9, 13) +
    path('M-20 1010L-20 842Q200 826 430 858L470 900L400 1010Z', '#1e2547') +
    each(
      7,
      (i) =>
        rect(20 + i * 62, 790 + (i % 2) * 6, 15, 80, '#151b38') +
        rect(18 + i * 62, 786 + (i % 2) * 6, 19, 8, '#2c3663'),
    ) +
    wire(
      'M27 806Q60 836 90 808Q120 838 152 806Q184 836 214 808Q244 838 276 806Q308 836 338 808Q370 838 400 806',
      '#0f1530',
      4,
    ) +
    person({
      x: 250,
      y: 846,
      h: 150,
      pose: poses.raise,
      top: '#39406e',
      bottom: '#1c2345',
      skin: '#c98a7a',
      style: 'straw',
      hat: '#e0a06a',
    }) +
    poly(
      [
        [1330, 1010],
        [1400, 930],
        [1620, 900],
        [1620, 1010],
      ],
      '#1e2547',
    )
  );
}
