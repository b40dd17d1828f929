import { skyline, tower } from '../kit/buildings.ts';
import { type Camera, floor, scale, see } from '../kit/camera.ts';
import { circ, each, glow, group, lin, line, mix, n, path, pick, poly, rect, round, W, wire } from '../kit/core.ts';
import { person, poses } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { sky, sun } from '../kit/sky.ts';

function tram2([x, y]: [number, number], s: number): string {
  return group(
    round(-60, -150, 120, 150, 18, '#f4ead2') +
      round(-50, -134, 100, 64, 10, '#44686e') +
      rect(-60, -50, 120, 24, '#1f7f72') +
      circ(-38, -16, 8, '#fff2c4') +
      circ(38, -16, 8, '#fff2c4') +
      rect(-30, -162, 60, 12, '#55606a'),
    `transform="translate(${n(x)} ${n(y)}) scale(${s * 0.022})"`,
  );
}

const shadowWalker = ([x, y]: [number, number], s: number, k: number): string =>
  person({
    x,
    y,
    h: s * 1.7,
    view: k % 2 ? 'back' : 'front',
    top: pick(['#c8553d', '#3f6f9c', '#e2a53a'], k),
    bottom: '#4a4450',
    pose: poses.stroll,
  });

export function tramDriver(): string {
  const c: Camera = { x: 800, y: 440, f: 760, eye: 2.6 };
  const line3 = (x: number, col: string): string =>
    poly([see(c, x - 0.05, 0, 2.6), see(c, x + 0.05, 0, 2.6), see(c, x + 0.05, 0, 80), see(c, x - 0.05, 0, 80)], col);
  const view =
    sky(['#f3b784', '#fbd7a0', '#fff0c6'], 450) +
    sun(800, 385, 64, '#fffbe8', '#ffe3a0', 5) +
    skyline(445, 61, '#d3a58f', '#f5cf9f', { min: 60, max: 210, w: 56, glass: '#c0927f' }) +
    rect(
      0,
      440,
      W,
      560,
      lin([
        [0, '#d9b48a'],
        [1, '#7d6a62'],
      ]),
    ) +
    floor(
      c,
      -2.2,
      2.2,
      2.4,
      80,
      lin([
        [0, '#c9b27f'],
        [1, '#8a9a5a'],
      ]),
    ) +
    each(9, (q) => {
      const z = 46 - q * 4.8;
      return [-1, 1]
        .map((s) => {
          const [x, y] = see(c, s * (5.4 + (q % 2)), 0, z);
          const [bx] = see(c, s * 9, 0, z);
          const hz = Math.max(0, 0.7 - q * 0.09);
          return (
            tower(
              bx - scale(c, z) * 2.2,
              y,
              scale(c, z) * 4.4,
              scale(c, z) * (7 + ((q * 3) % 5)),
              mix(q % 2 ? '#c98a6a' : '#e0c49a', '#f8d9a6', hz),
              { seed: q + 3, cell: scale(c, z) * 0.9, glass: '#7a6a70' },
            ) + tree(x, y, scale(c, z) * 4.6, mix('#7f9a4f', '#f3d59c', hz), q + (s > 0 ? 20 : 3))
          );
        })
        .join('');
    }) +
    each(40, (k) => floor(c, -1.35, 1.35, 2.6 + k * 1.1, 2.85 + k * 1.1, '#7a6250', 0, 'opacity="0.35"')) +
    line3(-0.75, '#f6e6c8') +
    line3(0.75, '#f6e6c8') +
    tram2(see(c, -3.2, 0, 22), scale(c, 22)) +
    each(3, (k) => shadowWalker(see(c, 2.9 + k * 0.4, 0, 15 + k * 3), scale(c, 15 + k * 3), k));
  const driver = {
    x: 800,
    y: 840,
    h: 900,
    anchor: 'hip' as const,
    view: 'back' as const,
    top: '#24465f',
    bottom: '#1c2c40',
    style: 'cap' as const,
    hat: '#1d3850',
    hair: '#231f2c',
    pose: {
      near: [30, 40] as [number, number],
      far: [30, 40] as [number, number],
      legNear: [0, 0] as [number, number],
      legFar: [0, 0] as [number, number],
    },
  };
  return (
    view +
    path(
      'M0 0H1600V1000H0ZM150 60Q800 20 1450 60Q1500 340 1430 640Q800 600 170 640Q100 340 150 60Z',
      '#20303c',
      'fill-rule="evenodd"',
    ) +
    wire('M150 60Q800 20 1450 60Q1500 340 1430 640Q800 600 170 640Q100 340 150 60Z', '#0f1b26', 14) +
    path('M300 60L560 48L330 620L180 632Q140 420 190 200Z', '#ffffff', 'opacity="0.09"') +
    wire('M790 616Q1010 520 1180 250', '#0f1b26', 7) +
    wire('M1060 440L1250 150', '#0f1b26', 5) +
    path(
      'M0 720Q300 620 800 622Q1300 620 1600 720V1000H0Z',
      lin([
        [0, '#3b5563'],
        [1, '#182631'],
      ]),
    ) +
    path('M0 720Q300 620 800 622Q1300 620 1600 720L1600 736Q1300 640 800 642Q300 640 0 736Z', '#5f7f8a') +
    round(330, 690, 220, 120, 14, '#0f1b26') +
    round(
      346,
      704,
      188,
      92,
      8,
      lin([
        [0, '#2f7f86'],
        [1, '#1b4a56'],
      ]),
    ) +
    wire('M362 770L400 740L440 756L480 726L516 744', '#aef0d0', 4) +
    round(1050, 690, 220, 120, 14, '#0f1b26') +
    circ(1110, 750, 42, 'none', 'stroke="#aef0d0" stroke-width="6" stroke-dasharray="180 90"') +
    line(1110, 750, 1136, 724, '#ffb04a', 5) +
    each(6, (i) =>
      round(
        1176 + (i % 2) * 42,
        708 + Math.floor(i / 2) * 30,
        32,
        20,
        6,
        pick(['#e8553a', '#f0b23a', '#4fa36a', '#dfe6dc', '#4fa3b0', '#e8553a'], i),
      ),
    ) +
    each(8, (i) => circ(120 + i * 24, 800 - i * 6, 8, pick(['#f0b23a', '#dfe6dc', '#e8553a'], i % 3))) +
    round(560, 560, 480, 470, 90, '#14212c') +
    person(driver) +
    path(
      'M560 1000V820Q560 700 660 700H940Q1040 700 1040 820V1000Z',
      lin([
        [0, '#2f5a6a'],
        [1, '#1a3644'],
      ]),
    ) +
    path('M600 1000V830Q600 744 680 744H920Q1000 744 1000 830V1000Z', 'none', 'stroke="#4f8a96" stroke-width="5"') +
    glow(800, 380, 420, '#ffe9b8', 0.3)
  );
}
