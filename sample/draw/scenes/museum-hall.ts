import { box, type Camera, floor, front, scale, see, side } from '../kit/camera.ts';
import { circ, each, fade, glow, group, H, lin, line, n, path, pick, poly, rect, W, wire } from '../kit/core.ts';
import { type Person, person, poses } from '../kit/people.ts';
import { vase } from '../kit/props.ts';

export function museumHall(): string {
  const c: Camera = { x: 800, y: 450, f: 1080, eye: 1.9 };
  const visitor = (x: number, z: number, o: Partial<Person>, k = 1.68): string => {
    const [a, b] = see(c, x, 0, z);
    return (
      fade(
        0.2,
        group(
          person({ x: 0, y: 0, h: scale(c, z) * k, ...o }),
          `transform="translate(${n(a)} ${n(b)}) scale(1 -0.45)"`,
        ),
      ) + person({ x: a, y: b, h: scale(c, z) * k, ...o })
    );
  };
  const niche = (z: number, s: number, k: number): string =>
    side(
      c,
      s * 5,
      0.7,
      3.1,
      z,
      z + 2.6,
      lin([
        [0, '#f2c27a'],
        [1, '#8f5f3f'],
      ]),
    ) +
    (() => {
      const [a, b] = see(c, s * 4.9, 1.0, z + 1.3);
      const q = scale(c, z + 1.3);
      return vase(
        a,
        b,
        q * (0.8 + (k % 3) * 0.2),
        pick(['#4f8a86', '#b5553d', '#e9dcc0'], k % 3),
        pick(['#f2e2c0', '#f6d9a0', '#2f4f8c'], k % 3),
      );
    })();
  const [px, py] = see(c, 0, 0.95, 7);
  const s = scale(c, 7);
  return (
    rect(0, 0, W, H, '#1c2436') +
    poly(
      [
        [0, 0],
        [1600, 0],
        [1010, 260],
        [590, 260],
      ],
      lin([
        [0, '#121828'],
        [1, '#2f3650'],
      ]),
    ) +
    each(6, (k) => {
      const z = 4 + k * 3;
      const [a, b] = see(c, -5, 5.4, z);
      const [d] = see(c, 5, 5.4, z);
      return line(a, b, d, b, '#3d4462', Math.max(2, scale(c, z) * 0.09));
    }) +
    front(
      c,
      -5,
      5,
      0,
      5.4,
      20,
      lin([
        [0, '#3d4664'],
        [1, '#6f6478'],
      ]),
    ) +
    (() => {
      const [a, b] = see(c, -2.2, 4.3, 19.9);
      const [d, e] = see(c, 2.2, 0.6, 19.9);
      return (
        rect(a, b, d - a, e - b, '#e9cf9a') +
        path(
          `M${n(a)} ${n(e - 20)}Q${n(a + 40)} ${n(e - 90)} ${n(a + 70)} ${n(e - 50)}Q${n(a + 110)} ${n(e - 120)} ${n(d)} ${n(e - 40)}V${n(e)}H${n(a)}Z`,
          '#7f7a62',
        ) +
        circ(d - 44, b + 34, 14, '#c8553d')
      );
    })() +
    side(
      c,
      -5,
      0,
      5.4,
      1.6,
      20,
      lin([
        [0, '#262f48'],
        [1, '#3d3f58'],
      ]),
    ) +
    side(
      c,
      5,
      0,
      5.4,
      1.6,
      20,
      lin([
        [0, '#232b42'],
        [1, '#3a3c54'],
      ]),
    ) +
    floor(
      c,
      -5,
      5,
      1.4,
      20,
      lin([
        [0, '#8f6f60'],
        [0.4, '#54485a'],
        [1, '#22263c'],
      ]),
    ) +
    each(9, (i) => line(...see(c, -4 + i, 0, 1.5), ...see(c, -4 + i, 0, 20), '#a98a78', 1.5, 'opacity="0.25"')) +
    [16, 12, 8, 4].map((z, k) => niche(z, -1, k) + niche(z, 1, k + 1)).join('') +
    visitor(-2.6, 14, { view: 'back', top: '#7a6a80', bottom: '#4a4558' }) +
    visitor(2.4, 12.5, { dir: 1, top: '#8a5a52', bottom: '#3f3d54', style: 'bob', pose: poses.hold }) +
    poly(
      [
        [px - 60, 0],
        [px + 60, 0],
        [px + s * 1.4, py + s * 1.1],
        [px - s * 1.4, py + s * 1.1],
      ],
      lin([
        [0, '#fff0c0', 0.55],
        [1, '#fff0c0', 0.04],
      ]),
    ) +
    glow(px, py - s * 0.6, s * 2.4, '#ffe3a0', 0.6) +
    glow(px, py + s * 0.95, s * 1.8, '#ffe3a0', 0.55, s * 0.4) +
    box(c, -0.75, 0.75, 0, 0.95, 6.6, 7.8, '#e6d9c0', '#fff6dc', '#bfae94') +
    vase(px, py - 2, s * 1.5, '#e8e6d8', '#2f5ba0') +
    fade(
      0.8,
      wire(`M${n(px - s * 0.72)} ${n(py + 6)}V${n(py - s * 1.75)}H${n(px + s * 0.72)}V${n(py + 6)}`, '#fff6e0', 3),
    ) +
    poly(
      [
        [px - s * 0.66, py - s * 1.7],
        [px - s * 0.3, py - s * 1.7],
        [px - s * 0.62, py],
        [px - s * 0.7, py],
      ],
      '#ffffff',
      'opacity="0.22"',
    ) +
    visitor(-1.75, 6.4, {
      pose: { ...poses.stand, near: [10, 40] },
      top: '#a8402f',
      bottom: '#2c2a40',
      style: 'bob',
      wear: 'coat',
    }) +
    visitor(1.8, 6.3, { dir: -1, top: '#2f5f7a', bottom: '#262a40', pose: poses.phone }) +
    visitor(
      -1.05,
      5.6,
      {
        pose: { near: [110, 10], far: [6, 6], legNear: [3, 0], legFar: [-3, 0], nod: -8 },
        top: '#e6a83a',
        bottom: '#2f4a6a',
        style: 'pony',
      },
      1.15,
    )
  );
}
