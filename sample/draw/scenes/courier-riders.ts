import { skyline } from '../kit/buildings.ts';
import { each, fade, glow, lin, line, path, poly, rect, W } from '../kit/core.ts';
import { streetlamp } from '../kit/landmarks.ts';
import { person, shadow } from '../kit/people.ts';
import { bush } from '../kit/plants.ts';
import { bars, sky, sun } from '../kit/sky.ts';
import { scooter } from '../kit/vehicles.ts';

export function courierRiders(): string {
  const ride = (x: number, y: number, s: number, body: string, boxc: string, top: string, hat: string): string =>
    shadow(x, y, 84 * s, 0.35) +
    scooter(x, y, s, body, boxc) +
    person({
      x: x - 14 * s,
      y: y - 52 * s,
      h: 128 * s,
      anchor: 'hip',
      pose: { near: [46, 34], far: [52, 30], legNear: [76, -78], legFar: [70, -66], lean: 12 },
      top,
      bottom: '#2a3048',
      style: 'helmet',
      hat,
      wear: 'trousers',
    });
  return (
    sky(['#2c3f78', '#7a6a9c', '#ee9a86', '#ffce8f'], 620) +
    bars(12, 60, 380, '#ffb59a', 3, 0.45, 480) +
    sun(800, 470, 84, '#fff0c0', '#ffc27a', 5) +
    skyline(640, 91, '#8d6f93', '#e69a86', { min: 120, max: 360, w: 74, lit: '#ffdf9a', share: 0.25 }) +
    skyline(680, 97, '#4f4f80', '#8a6284', { min: 60, max: 190, w: 96, lit: '#ffd27f', share: 0.35 }) +
    each(7, (i) => streetlamp(80 + i * 250, 720, 260, '#33365f', '#ffd89a', i % 2 ? -1 : 1)) +
    each(10, (i) => bush(20 + i * 175, 720, 170, '#3f4f6a', i + 3)) +
    rect(
      0,
      712,
      W,
      300,
      lin([
        [0, '#7d6482'],
        [0.3, '#544d78'],
        [1, '#2b2d55'],
      ]),
    ) +
    rect(0, 712, W, 14, '#d9a594') +
    each(8, (i) =>
      poly(
        [
          [i * 230 - 20, 830],
          [i * 230 + 110, 830],
          [i * 230 + 90, 842],
          [i * 230 - 44, 842],
        ],
        '#f4ddc0',
        'opacity="0.75"',
      ),
    ) +
    each(16, (i) =>
      line(
        ((i * 227) % 1500) - 40,
        500 + ((i * 61) % 420),
        ((i * 227) % 1500) + 160 + (i % 4) * 40,
        500 + ((i * 61) % 420),
        '#fff0d6',
        2.6,
        'opacity="0.35"',
      ),
    ) +
    glow(1230, 786, 200, '#fff0b8', 0.4, 60) +
    ride(1200, 808, 1.75, '#3f8a9a', '#2f74b8', '#2f74b8', '#f2ede0') +
    ride(730, 930, 3.3, '#f0c23f', '#f4b82c', '#f4b82c', '#f7ead0') +
    path(
      'M860 726L1560 634L1560 894L860 746Z',
      lin(
        [
          [0, '#fff2c0', 0.5],
          [1, '#fff2c0', 0],
        ],
        0,
        0,
        1,
        0,
      ),
    ) +
    fade(
      0.6,
      each(9, (i) => line(-20, 740 + i * 26, 240 + (i % 3) * 70, 740 + i * 26, '#ffd9a8', 3)),
    )
  );
}
