import { skyline } from '../kit/buildings.ts';
import { type Camera, floor, scale, see } from '../kit/camera.ts';
import { circ, each, fade, lin, line, mix, n, oval, path, pick, rect, rng, W } from '../kit/core.ts';
import { type Pose, person, skins } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { sky, sun } from '../kit/sky.ts';

const floorLine = (c: Camera): string => floor(c, -9, 9, 3.9, 4.2, '#fdf6e6');

export function marathonStart(): string {
  const c: Camera = { x: 800, y: 400, f: 1250, eye: 2.15 };
  const r = rng(15);
  const tops = ['#e0492f', '#f0b52f', '#2f7fb8', '#3f9a6a', '#f6efe0', '#8a4f9a', '#ef7f4a', '#2fa3a0'];
  let out =
    sky(['#4a86b8', '#a9c9d0', '#fbe4b8', '#ffd79a'], 430) +
    sun(800, 330, 60, '#fff9e0', '#ffeab0', 6) +
    skyline(425, 121, '#a9b8c0', '#f1d9b0', { min: 90, max: 330, w: 74, glass: '#96a9b4' }) +
    rect(
      0,
      420,
      W,
      590,
      lin([
        [0, '#d9c3a0'],
        [0.4, '#a09890'],
        [1, '#66666e'],
      ]),
    );
  for (const s of [-1, 1])
    for (let k = 7; k >= 0; k--) {
      const [x, y] = see(c, s * 8.4, 0, 9 + k * 5);
      out += tree(
        x,
        y,
        scale(c, 9 + k * 5) * 4.2,
        mix('#6f9f55', '#ead9a8', Math.min(0.7, k * 0.1)),
        k + (s > 0 ? 40 : 1),
      );
    }
  const [al, ab] = see(c, -4.3, 0, 24);
  const [ar] = see(c, 4.3, 0, 24);
  const s = scale(c, 24);
  out +=
    rect(al - s * 0.5, ab - s * 5.4, s, s * 5.4, '#d8402f') +
    rect(ar - s * 0.5, ab - s * 5.4, s, s * 5.4, '#d8402f') +
    path(
      `M${n(al - s * 0.5)} ${n(ab - s * 4.4)}Q800 ${n(ab - s * 7.4)} ${n(ar + s * 0.5)} ${n(ab - s * 4.4)}L${n(ar + s * 0.5)} ${n(ab - s * 5.8)}Q800 ${n(ab - s * 9)} ${n(al - s * 0.5)} ${n(ab - s * 5.8)}Z`,
      lin([
        [0, '#f26a3a'],
        [1, '#d8402f'],
      ]),
    ) +
    each(11, (i) =>
      circ(
        al + (ar - al) * (0.05 + i * 0.09),
        ab - s * (5.15 + Math.sin(0.15 + i * 0.285) * 1.5),
        s * 0.24,
        i % 2 ? '#fdf3dc' : '#f6c94a',
      ),
    );
  out += each(
    30,
    (i) =>
      circ(((i * 311) % 1300) + 150, 60 + ((i * 137) % 260), 11 + (i % 3) * 3, pick(tops, i % 8)) +
      line(
        ((i * 311) % 1300) + 150,
        72 + ((i * 137) % 260),
        ((i * 311) % 1300) + 146,
        108 + ((i * 137) % 260),
        '#8a8a8a',
        1.2,
      ),
  );
  for (let k = 11; k >= 0; k--) {
    const z = 5.6 + k * 1.55;
    const count = 5 + Math.round(k * 0.55);
    out += each(count, (i) => {
      const x = ((i + 0.5) / count - 0.5) * (7.2 + k * 0.25) + (r() - 0.5) * 0.5;
      const zz = z + (r() - 0.5) * 0.7;
      const [px, py] = see(c, x, 0, zz);
      const flip = r() > 0.5;
      const pose: Pose = {
        near: flip ? [26, -128] : [34, -74],
        far: flip ? [34, -74] : [26, -128],
        legNear: flip ? [3, 0] : [12, -16],
        legFar: flip ? [12, -16] : [3, 0],
        short: flip ? [1, 0.66] : [0.66, 1],
      };
      const top = pick(tops, Math.floor(r() * 8));
      const h = scale(c, zz) * (1.62 + r() * 0.16);
      const m = Math.min(0.6, k * 0.055);
      return (
        fade(0.25, oval(px, py, h * 0.16, h * 0.03, '#20243a')) +
        person({
          x: px,
          y: py - h * 0.03,
          h,
          view: 'front',
          pose,
          top: mix(top, '#f3d8a8', m),
          bottom: mix(pick(['#26304c', '#3a2f4a', '#234a5a'], Math.floor(r() * 3)), '#f3d8a8', m),
          wear: 'shorts',
          sleeve: 'short',
          shoe: '#f6e27a',
          style: pick(['short', 'short', 'pony', 'cap', 'bob'] as const, Math.floor(r() * 5)),
          hat: '#f6efe0',
          skin: mix(pick(skins, Math.floor(r() * 4)), '#f3d8a8', m),
        }) +
        rect(px - h * 0.055, py - h * 0.71, h * 0.11, h * 0.09, mix('#fdfaf0', '#f3d8a8', m))
      );
    });
  }
  return out + floorLine(c);
}
