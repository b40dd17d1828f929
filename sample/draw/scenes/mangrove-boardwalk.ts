import { type Camera, floor, scale, see } from '../kit/camera.ts';
import { each, fade, glow, group, lin, line, mix, n, oval, path, pick, poly, wire } from '../kit/core.ts';
import { hills, ripples, water } from '../kit/land.ts';
import { person, shadow } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { bars, birds, sky } from '../kit/sky.ts';

const flying = (x: number, y: number, s: number, rot = 0): string =>
  group(
    path('M-6 4Q-20 -50 -74 -66Q-60 -40 -52 -30Q-34 4 2 12Z', '#ffffff') +
      path('M4 2Q20 -54 66 -84Q62 -48 52 -32Q36 2 10 12Z', '#dfe5e4') +
      path('M-48 12Q-10 -4 30 0Q46 -10 56 0L84 4L54 8Q30 16 -2 16Q-30 20 -48 12Z', '#fdfaf0') +
      path('M55 1L86 4L56 6Z', '#e8a53a') +
      wire('M-46 12L-86 18', '#3a3a40', 2.4),
    `transform="translate(${n(x)} ${n(y)}) rotate(${rot}) scale(${s})"`,
  );

export function mangroveBoardwalk(): string {
  const c: Camera = { x: 800, y: 430, f: 820, eye: 1.9 };
  const mangrove = (x: number, z: number, seed: number, hz: number): string => {
    const [px, py] = see(c, x, 0, z);
    const s = scale(c, z);
    const h = s * 3.4;
    const m = (q: string): string => mix(q, '#cfe6c4', hz);
    const roots = each(9, (i) => {
      const a = (i - 4) * s * 0.2;
      return wire(
        `M${n(px + a * 0.12)} ${n(py - h * 0.34 + Math.abs(i - 4) * h * 0.03)}Q${n(px + a * 0.95)} ${n(py - h * 0.3)} ${n(px + a)} ${n(py + Math.abs(i % 3) * 4)}`,
        m('#5a4638'),
        Math.max(1.5, s * 0.045),
      );
    });
    return roots + tree(px, py - h * 0.2, h, m(pick(['#3f8a5a', '#57a05f', '#2f7a5a'], seed % 3)), seed, m('#5a4638'));
  };
  let out =
    sky(['#6fbfc4', '#bfe3cf', '#f6f3cf'], 460) +
    bars(8, 40, 220, '#ffffff', 4, 0.6, 420) +
    hills(430, 100, 280, 91, '#8fbfae', '#d3e8c6', 8) +
    water(425, '#c4e2c8', '#2f6f6a') +
    ripples(430, 130, '#eef6da', 4, 0.4);
  for (let k = 9; k >= 0; k--) {
    const z = 3.8 + k * 2.5;
    const hz = Math.min(0.65, k * 0.075);
    out +=
      mangrove(-3.3 - (k % 3) * 0.6, z, k + 2, hz) +
      mangrove(3.3 + ((k + 1) % 3) * 0.6, z, k + 22, hz) +
      mangrove(-6.2 - (k % 2), z + 1, k + 42, hz) +
      mangrove(6.3 + (k % 2), z + 1, k + 62, hz);
  }
  out +=
    floor(
      c,
      -1.35,
      1.35,
      1.6,
      40,
      lin([
        [0, '#e6d5ae'],
        [0.4, '#d0a873'],
        [1, '#9a6b47'],
      ]),
    ) +
    each(70, (k) =>
      line(
        ...see(c, -1.35, 0, 1.7 + k * 0.3),
        ...see(c, 1.35, 0, 1.7 + k * 0.3),
        '#7a5238',
        Math.max(0.8, 3.2 - k * 0.06),
        'opacity="0.6"',
      ),
    );
  for (let k = 12; k >= 0; k--)
    for (const s of [-1, 1]) {
      const z = 2.1 + k * 1.6;
      out += line(...see(c, s * 1.35, 0, z), ...see(c, s * 1.35, 1.05, z), '#7a5238', Math.max(2, scale(c, z) * 0.07));
    }
  for (const s of [-1, 1])
    for (const y of [1.05, 0.6])
      out += poly(
        [
          see(c, s * 1.35, y, 1.4),
          see(c, s * 1.35, y - 0.08, 1.4),
          see(c, s * 1.35, y - 0.08, 24),
          see(c, s * 1.35, y, 24),
        ],
        y > 1 ? '#a9774c' : '#8a5f3f',
      );
  const walk = (x: number, z: number, o: object, k = 1.68): string => {
    const [px, py] = see(c, x, 0, z);
    return (
      shadow(px + 20, py, scale(c, z) * 0.4) +
      person({
        x: px,
        y: py,
        h: scale(c, z) * k,
        view: 'back',
        pose: { near: [12, 14], far: [14, 8], legNear: [-6, 0], legFar: [7, -4] },
        ...o,
      })
    );
  };
  return (
    out +
    glow(800, 400, 380, '#fff8d0', 0.5, 220) +
    walk(-0.5, 13, { top: '#e8b03f', bottom: '#4a5a6a' }) +
    walk(0.4, 13.4, { top: '#f4ecdc', bottom: '#5a6a7a', style: 'bob' }) +
    walk(-0.35, 5.2, { top: '#d8492f', bottom: '#2f4058', style: 'pony' }) +
    walk(
      0.42,
      5.1,
      { top: '#f2d15a', bottom: '#3f7d8c', wear: 'shorts', sleeve: 'short', style: 'cap', hat: '#3f7d8c' },
      1.15,
    ) +
    birds(6, 800, 190, 200, '#ffffff', 3, 18) +
    flying(980, 230, 0.7, -8) +
    each(40, (i) =>
      fade(
        0.35,
        oval(
          500 + ((i * 137) % 600),
          640 + ((i * 71) % 340),
          18 + (i % 5) * 8,
          6 + (i % 3) * 2,
          i % 2 ? '#fff3c4' : '#4a3a34',
        ),
      ),
    )
  );
}
