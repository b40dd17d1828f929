import { box, type Camera, floor, quad, scale, see } from '../kit/camera.ts';
import {
  circ,
  dark,
  each,
  glow,
  group,
  H,
  light,
  lin,
  line,
  mix,
  n,
  oval,
  path,
  pick,
  poly,
  rect,
  round,
  W,
  wire,
} from '../kit/core.ts';
import { person, poses } from '../kit/people.ts';

export function factoryLine(): string {
  const c: Camera = { x: 800, y: 380, f: 820, eye: 3.1 };
  const arm = (x: number, y: number, s: number, dir: number, color: string, spark = false): string =>
    group(
      rect(-46, -40, 92, 40, '#3a4450') +
        oval(0, -46, 40, 20, dark(color, 0.2)) +
        poly(
          [
            [-30, -50],
            [30, -50],
            [10, -220],
            [-40, -220],
          ],
          color,
        ) +
        poly(
          [
            [6, -50],
            [30, -50],
            [10, -220],
            [-6, -220],
          ],
          dark(color, 0.22),
        ) +
        circ(-14, -226, 36, dark(color, 0.15)) +
        circ(-14, -226, 18, '#2f3844') +
        poly(
          [
            [-10, -262],
            [150, -330],
            [166, -300],
            [4, -200],
          ],
          color,
        ) +
        poly(
          [
            [0, -212],
            [160, -312],
            [166, -300],
            [4, -196],
          ],
          dark(color, 0.25),
        ) +
        circ(160, -316, 26, dark(color, 0.1)) +
        circ(160, -316, 12, '#2f3844') +
        poly(
          [
            [146, -306],
            [176, -306],
            [206, -204],
            [184, -200],
          ],
          color,
        ) +
        rect(180, -206, 30, 26, '#2f3844') +
        poly(
          [
            [186, -180],
            [204, -180],
            [198, -150],
            [192, -150],
          ],
          '#8f9aa3',
        ) +
        wire('M-20 -250Q60 -360 150 -336', '#2f3844', 6) +
        (spark
          ? glow(195, -148, 70, '#fff3c0', 1) +
            each(12, (i) =>
              line(195, -148, 195 + Math.cos(i * 0.55) * 60, -148 + Math.abs(Math.sin(i * 1.9)) * 70, '#ffe08a', 2.4),
            )
          : ''),
      `transform="translate(${x} ${y}) scale(${s * dir} ${s})"`,
    );
  const car = (z: number, color: string, lit: boolean): string => {
    const [x, y] = see(c, 0, 0.9, z);
    const s = scale(c, z) * 0.0115;
    return group(
      path(
        'M-96 0Q-104 -50 -84 -70L-56 -120Q-50 -130 -36 -131H36Q50 -130 56 -120L84 -70Q104 -50 96 0Q96 8 86 8H-86Q-96 8 -96 0Z',
        lin([
          [0, light(color, 0.3)],
          [0.6, color],
          [1, dark(color, 0.3)],
        ]),
      ) +
        path(
          'M-66 -74L-46 -116Q-42 -122 -34 -122H34Q42 -122 46 -116L66 -74Q0 -64 -66 -74Z',
          lin([
            [0, '#cfe6ea'],
            [1, '#4a6a78'],
          ]),
        ) +
        path(
          'M-90 -44Q-60 -52 -46 -36Q-64 -26 -90 -30ZM90 -44Q60 -52 46 -36Q64 -26 90 -30Z',
          lit ? '#fff6d0' : '#dfe8ea',
        ) +
        rect(-50, -22, 100, 16, dark(color, 0.45)) +
        rect(-96, 0, 30, 26, '#262c36') +
        rect(66, 0, 30, 26, '#262c36'),
      `transform="translate(${n(x)} ${n(y)}) scale(${s})"`,
    );
  };
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#274a5f'],
        [0.4, '#8fb5b5'],
        [1, '#54707a'],
      ]),
    ) +
    poly(
      [
        [0, 0],
        [1600, 0],
        [960, 330],
        [640, 330],
      ],
      lin([
        [0, '#1f3a4c'],
        [1, '#5f8a94'],
      ]),
    ) +
    each(9, (k) => {
      const z = 4 + k * 4;
      const [a, b] = see(c, -9, 8, z);
      const [d] = see(c, 9, 8, z);
      return (
        line(a, b, d, b, mix('#16303f', '#8fb5b5', k * 0.09), Math.max(2, scale(c, z) * 0.14)) +
        [-4.5, 0, 4.5]
          .map((x) => {
            const [p, q] = see(c, x, 7.5, z);
            const w = scale(c, z);
            return (
              rect(p - w * 0.9, q, w * 1.8, Math.max(2, w * 0.1), '#fff8e0') +
              glow(p, q, w * 1.2, '#fff8e0', 0.3, w * 0.5)
            );
          })
          .join('')
      );
    }) +
    each(8, (k) =>
      [-9, 9]
        .map((x) =>
          quad(
            c,
            [
              [x, 2, 5 + k * 4.2],
              [x, 6.4, 5 + k * 4.2],
              [x, 6.4, 8 + k * 4.2],
              [x, 2, 8 + k * 4.2],
            ],
            mix('#dff0ea', '#8fb5b5', k * 0.07),
            'opacity="0.8"',
          ),
        )
        .join(''),
    ) +
    floor(
      c,
      -20,
      20,
      1.6,
      60,
      lin([
        [0, '#a9c4c0'],
        [0.4, '#6f8a90'],
        [1, '#3a4c58'],
      ]),
    ) +
    floor(c, -2.5, -2.25, 1.6, 60, '#f2c23f') +
    floor(c, 2.25, 2.5, 1.6, 60, '#f2c23f') +
    box(c, -1.6, 1.6, 0, 0.55, 2.6, 50, '#34424f', '#54646f') +
    each(20, (k) => floor(c, -1.5, 1.5, 2.8 + k * 1.5, 3.1 + k * 1.5, '#2a3640', 0.56)) +
    [30, 23, 17]
      .map((z, k) => {
        const [a, b] = see(c, -3.4, 0, z);
        const [d] = see(c, 3.4, 0, z);
        const s = scale(c, z) * 0.0088;
        return (
          car(z + 0.6, mix(pick(['#e0e6e4', '#2f8a9a', '#d8502f'], k), '#8fb5b5', 0.35 - k * 0.1), false) +
          arm(a, b, s, 1, mix('#f0902c', '#8fb5b5', 0.4 - k * 0.1)) +
          arm(d, b, s, -1, mix('#f0902c', '#8fb5b5', 0.4 - k * 0.1))
        );
      })
      .join('') +
    car(11.6, '#f2efe4', true) +
    car(7.2, '#2f9a9c', true) +
    arm(330, 790, 1.75, 1, '#f28a24', true) +
    arm(1270, 790, 1.75, -1, '#f28a24', true) +
    person({
      x: 190,
      y: 960,
      h: 330,
      pose: poses.hold,
      top: '#2f62a0',
      bottom: '#24365a',
      style: 'hard',
      hat: '#fdf6e0',
      wear: 'trousers',
    }) +
    group(
      round(-40, -26, 80, 54, 6, '#1f2a36') + round(-34, -20, 68, 42, 3, '#8fe0d8'),
      'transform="translate(282 770) rotate(-14)"',
    ) +
    person({
      x: 1430,
      y: 960,
      h: 330,
      dir: -1,
      pose: poses.stroll,
      top: '#2f62a0',
      bottom: '#24365a',
      style: 'hard',
      hat: '#f2c23f',
    })
  );
}
