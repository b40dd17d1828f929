import { skyline } from '../kit/buildings.ts';
import { box, type Camera, floor, quad, scale, see, side } from '../kit/camera.ts';
import { each, fade, glow, lin, line, mix, n, path, pick, poly, rect, round, wire } from '../kit/core.ts';
import { type Person, person, poses } from '../kit/people.ts';
import { sky, sun } from '../kit/sky.ts';

export function railwayStation(): string {
  const c: Camera = { x: 760, y: 430, f: 820, eye: 2.2 };
  let roofing = '';
  for (let k = 9; k >= 0; k--) {
    const z = 4 + k * 5;
    const hz = Math.min(0.75, k * 0.09);
    const m = (q: string): string => mix(q, '#ffe9c4', hz);
    const [lx, ly] = see(c, -6, 5.2, z);
    const [rx, ry] = see(c, 9, 5.2, z);
    const [tx, ty] = see(c, 1.5, 9, z);
    roofing +=
      wire(
        `M${n(lx)} ${n(ly)}Q${n(tx)} ${n(ty - (ly - ty) * 0.65)} ${n(rx)} ${n(ry)}`,
        m('#6a5a58'),
        Math.max(2, scale(c, z) * 0.22),
      ) +
      line(lx, ly, ...see(c, -6, 0, z), m('#7a6a64'), Math.max(2, scale(c, z) * 0.26)) +
      line(rx, ry, ...see(c, 9, 0, z), m('#7a6a64'), Math.max(2, scale(c, z) * 0.26));
  }
  const train = (): string => {
    const nose: string[] = [];
    const [x0, y0] = see(c, 1.7, 0.2, 7);
    const [x1] = see(c, 5.0, 0.2, 7);
    const s = scale(c, 7);
    const body =
      side(
        c,
        1.7,
        0.2,
        3.42,
        10.5,
        120,
        lin([
          [0, '#ffffff'],
          [0.6, '#e3e6e6'],
          [1, '#a9b4ba'],
        ]),
      ) +
      quad(
        c,
        [
          [1.7, 0.2, 7],
          [1.7, 1.7, 7],
          [1.7, 2.7, 8.2],
          [1.7, 3.42, 10.6],
          [1.7, 0.2, 10.6],
        ],
        lin([
          [0, '#ffffff'],
          [0.6, '#e3e6e6'],
          [1, '#a9b4ba'],
        ]),
      ) +
      side(c, 1.7, 1.25, 1.48, 7, 120, '#c8352f') +
      each(26, (i) =>
        side(c, 1.69, 2.0, 2.75, 11.4 + i * 3.2, 13.6 + i * 3.2, mix('#2f4656', '#cfc4b0', Math.min(0.8, i * 0.06))),
      ) +
      each(5, (i) => side(c, 1.68, 0.3, 3.4, 29 + i * 22, 29.5 + i * 22, '#8f9aa0'));
    const w = x1 - x0;
    nose.push(
      path(
        `M${n(x0 - w * 0.02)} ${n(y0)}Q${n(x0 - w * 0.06)} ${n(y0 - s * 2.6)} ${n(x0 + w * 0.24)} ${n(y0 - s * 3.3)}Q${n(x0 + w * 0.5)} ${n(y0 - s * 3.55)} ${n(x0 + w * 0.76)} ${n(y0 - s * 3.3)}Q${n(x1 + w * 0.06)} ${n(y0 - s * 2.6)} ${n(x1 + w * 0.02)} ${n(y0)}Q${n(x0 + w * 0.5)} ${n(y0 + s * 0.25)} ${n(x0 - w * 0.02)} ${n(y0)}Z`,
        lin(
          [
            [0, '#ffffff'],
            [0.5, '#eef0ee'],
            [1, '#b4bfc6'],
          ],
          0,
          0,
          0.3,
          1,
        ),
      ),
    );
    nose.push(
      path(
        `M${n(x0 + w * 0.2)} ${n(y0 - s * 2.0)}Q${n(x0 + w * 0.24)} ${n(y0 - s * 3)} ${n(x0 + w * 0.5)} ${n(y0 - s * 3.1)}Q${n(x0 + w * 0.76)} ${n(y0 - s * 3)} ${n(x0 + w * 0.8)} ${n(y0 - s * 2.0)}Q${n(x0 + w * 0.5)} ${n(y0 - s * 1.8)} ${n(x0 + w * 0.2)} ${n(y0 - s * 2.0)}Z`,
        lin([
          [0, '#6f95a6'],
          [0.6, '#2c4555'],
          [1, '#1d303d'],
        ]),
      ),
    );
    nose.push(
      path(
        `M${n(x0 - w * 0.03)} ${n(y0 - s * 1.1)}Q${n(x0 + w * 0.5)} ${n(y0 - s * 1.0)} ${n(x1 + w * 0.03)} ${n(y0 - s * 1.1)}L${n(x1 + w * 0.03)} ${n(y0 - s * 0.9)}Q${n(x0 + w * 0.5)} ${n(y0 - s * 0.75)} ${n(x0 - w * 0.03)} ${n(y0 - s * 0.9)}Z`,
        '#c8352f',
      ) +
        line(x0 + w * 0.5, y0 - s * 1.75, x0 + w * 0.5, y0 - s * 0.2, '#cdd5d8', 3) +
        path(
          `M${n(x0 + w * 0.04)} ${n(y0 - s * 1.5)}q${n(w * 0.12)} ${n(s * 0.06)} ${n(w * 0.16)} ${n(s * 0.3)}q${n(-w * 0.12)} 0 ${n(-w * 0.17)} ${n(-s * 0.08)}Z`,
          '#fff4cf',
        ) +
        path(
          `M${n(x1 - w * 0.04)} ${n(y0 - s * 1.5)}q${n(-w * 0.12)} ${n(s * 0.06)} ${n(-w * 0.16)} ${n(s * 0.3)}q${n(w * 0.12)} 0 ${n(w * 0.17)} ${n(-s * 0.08)}Z`,
          '#fff4cf',
        ) +
        glow(x0 + w * 0.1, y0 - s * 1.3, 90, '#fff4cf', 0.6) +
        glow(x1 - w * 0.1, y0 - s * 1.3, 90, '#fff4cf', 0.6),
    );
    return body + nose.join('');
  };
  const people: [number, number, Partial<Person>][] = [
    [-0.9, 24, { top: '#7a6a8c' }],
    [0.3, 19, { top: '#c8853d', style: 'bob' }],
    [-2.2, 16, { top: '#3f6f8c', dir: -1 }],
    [-3.4, 11, { top: '#8c4a4a', style: 'bun', wear: 'coat' }],
    [-0.4, 10.5, { top: '#2f5f7a' }],
    [-1.9, 7, { top: '#d8553d', bottom: '#2a2c40', style: 'pony', wear: 'coat' }],
  ];
  return (
    sky(['#f0a668', '#fbce8c', '#fff0c8'], 450) +
    sun(700, 400, 66, '#fffbe6', '#ffe6a8', 6) +
    skyline(440, 83, '#d9a184', '#f6cf9c', { min: 30, max: 150, w: 50, glass: '#c58d77' }) +
    poly(
      [
        [0, 0],
        [1600, 0],
        [1600, 200],
        [900, 350],
        [620, 350],
        [0, 180],
      ],
      lin([
        [0, '#7a5a58', 0.85],
        [1, '#f0b57f', 0.1],
      ]),
    ) +
    each(7, (i) =>
      poly(
        [
          [i * 260 - 20, 0],
          [i * 260 + 90, 0],
          [740 + i * 12, 330],
          [728 + i * 12, 330],
        ],
        '#fff0cc',
        'opacity="0.4"',
      ),
    ) +
    roofing +
    floor(
      c,
      -14,
      1.4,
      1.5,
      120,
      lin([
        [0, '#f0d4a4'],
        [0.35, '#c99f7d'],
        [1, '#6f5660'],
      ]),
    ) +
    floor(
      c,
      1.4,
      12,
      1.5,
      120,
      lin([
        [0, '#b98f70'],
        [1, '#3a3340'],
      ]),
    ) +
    floor(c, 0.75, 1.05, 1.5, 120, '#f2c53f') +
    floor(c, 1.25, 1.45, 1.5, 120, '#fff0d6') +
    each(16, (k) =>
      line(
        ...see(c, -14, 0, 2.4 + k * 2),
        ...see(c, 0.7, 0, 2.4 + k * 2),
        '#8a6a66',
        Math.max(1, 3 - k * 0.15),
        'opacity="0.5"',
      ),
    ) +
    train() +
    each(3, (k) => box(c, -4.4, -3.8, 0, 0.5, 6 + k * 7, 8 + k * 7, mix('#8a5a42', '#e8bd8c', 0.15 + k * 0.2))) +
    people
      .map(([x, z, o], i) => {
        const [px, py] = see(c, x, 0, z);
        const s = scale(c, z);
        return (
          fade(
            0.28,
            poly(
              [
                [px - s * 0.2, py],
                [px + s * 0.2, py],
                [px + s * 0.3 - (760 - px) * 0.25, py + s * 1.5],
                [px - s * 0.3 - (760 - px) * 0.25, py + s * 1.5],
              ],
              '#3a2a3c',
            ),
          ) +
          person({ x: px, y: py, h: s * 1.7, bottom: '#3a3448', pose: i % 2 ? poses.walk : poses.stroll, ...o }) +
          round(
            px - s * 0.75,
            py - s * 0.62,
            s * 0.36,
            s * 0.56,
            s * 0.06,
            pick(['#2f6d7c', '#e2a53a', '#8c3b45'], i % 3),
          ) +
          line(px - s * 0.5, py - s * 0.6, px - s * 0.28, py - s * 0.85, '#3a3340', Math.max(2, s * 0.03))
        );
      })
      .join('') +
    round(300, 150, 210, 92, 8, '#24343f') +
    each(
      3,
      (i) =>
        rect(318, 168 + i * 22, 110 - i * 22, 9, i ? '#9fc4c0' : '#ffcf6f') + rect(446, 168 + i * 22, 46, 9, '#ffcf6f'),
    ) +
    line(340, 60, 340, 150, '#5a4a4a', 5) +
    line(470, 60, 470, 150, '#5a4a4a', 5) +
    glow(700, 400, 460, '#fff2c4', 0.35)
  );
}
