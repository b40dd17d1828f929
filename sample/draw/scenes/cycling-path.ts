import { skyline } from '../kit/buildings.ts';
import { each, lin, mix, oval, path, pick, W, wire } from '../kit/core.ts';
import { glitter, hills, ripples, water } from '../kit/land.ts';
import { type Person, person, shadow } from '../kit/people.ts';
import { grass2, tree } from '../kit/plants.ts';
import { bars, sky, sun } from '../kit/sky.ts';
import { bicycle } from '../kit/vehicles.ts';

export function cyclingPath(): string {
  const rider = (x: number, y: number, s: number, frame: string, top: string, o: Partial<Person> = {}): string => {
    const rel = {
      x: x - 17 * s,
      y: y - 66 * s,
      h: 150 * s,
      anchor: 'hip' as const,
      pose: {
        near: [62, 14] as [number, number],
        far: [66, 10] as [number, number],
        legNear: [74, -66] as [number, number],
        legFar: [34, -20] as [number, number],
        lean: 24,
      },
      top,
      bottom: '#2c3a52',
      style: 'helmet' as const,
      hat: '#f4ecdc',
      ...o,
    };
    return shadow(x, y, 75 * s, 0.28) + bicycle(x, y, s, frame) + person(rel);
  };
  const leaf = ['#e08a2e', '#d0602a', '#e8b03f', '#b84f2f'];
  return (
    sky(['#6fa9bf', '#bcd3c4', '#fbe6b6', '#fbcf92'], 560) +
    sun(1160, 330, 56, '#fff6d8', '#ffe2a4', 6) +
    bars(8, 60, 260, '#fff3dc', 51, 0.6, 420) +
    hills(540, 170, 330, 101, '#a3b3b0', '#eed3a8', 5) +
    skyline(556, 44, '#c6b8a8', '#efd2a6', { min: 40, max: 150, w: 46, x0: 900, glass: '#b0a294' }) +
    water(556, '#f6d6a0', '#6fa0aa', 720) +
    glitter(1160, 560, 90, '#fff6d6', 4, 0.8, 716, 50) +
    ripples(560, 90, '#7fa8b0', 4, 0.4, 0, W, 716) +
    each(7, (i) => tree(90 + i * 240, 730, 250 + (i % 2) * 30, mix(pick(leaf, i % 4), '#f6d9a4', 0.3), i + 71)) +
    path(
      'M0 712Q800 690 1600 720V1010H0Z',
      lin([
        [0, '#cfa95a'],
        [1, '#8a7a3f'],
      ]),
    ) +
    path('M-20 800Q500 752 1620 790L1620 960Q700 860 -20 985Z', '#d98a62') +
    path('M-20 800Q500 752 1620 790L1620 800Q500 764 -20 814Z', '#f4e6cc') +
    path('M-20 968Q700 846 1620 944L1620 960Q700 862 -20 986Z', '#f4e6cc') +
    wire('M-20 888Q600 800 1620 872', '#f4e6cc', 5, 'stroke-dasharray="60 46"') +
    tree(160, 800, 620, '#e08a2e', 5, '#4f3a32') +
    tree(1480, 800, 640, '#cf5a2a', 8, '#4f3a32') +
    rider(430, 842, 1.35, '#2f7d8c', '#e8c04a') +
    rider(800, 866, 2.05, '#d8402f', '#2f6f9c', { style: 'helmet', hat: '#f2ede0' }) +
    rider(1180, 842, 1.4, '#3f3f4a', '#d9572f', { style: 'pony' }) +
    each(70, (i) =>
      oval(
        (i * 227) % 1600,
        760 + ((i * 97) % 240),
        12,
        5.4,
        pick(leaf, i % 4),
        `transform="rotate(${((i * 67) % 100) - 50} ${(i * 227) % 1600} ${760 + ((i * 97) % 240)})"`,
      ),
    ) +
    each(16, (i) =>
      oval(
        200 + ((i * 311) % 1200),
        250 + ((i * 131) % 420),
        10,
        4.6,
        pick(leaf, i % 4),
        `transform="rotate(${(i * 67) % 160} ${200 + ((i * 311) % 1200)} ${250 + ((i * 131) % 420)})"`,
      ),
    ) +
    grass2(0, 1600, 1006, 70, 200, '#7a7a35', 6)
  );
}
