import { type Camera, scale, see, side } from '../kit/camera.ts';
import { dark, each, glow, group, light, lin, line, mix, n, oval, path, poly, rect, W, wire } from '../kit/core.ts';
import { hills, ripples } from '../kit/land.ts';
import { lantern, pagoda } from '../kit/landmarks.ts';
import { type Person, person } from '../kit/people.ts';
import { mist, rain, sky } from '../kit/sky.ts';

function umbrella(x: number, y: number, w: number, color: string, pole = w * 0.75): string {
  return (
    line(x, y - w * 0.3, x, y + pole, '#3a2f36', w * 0.02) +
    path(
      `M${n(x - w / 2)} ${n(y)}Q${n(x - w * 0.46)} ${n(y - w * 0.4)} ${n(x)} ${n(y - w * 0.42)}Q${n(x + w * 0.46)} ${n(y - w * 0.4)} ${n(x + w / 2)} ${n(y)}Q${n(x + w * 0.42)} ${n(y - w * 0.08)} ${n(x + w * 0.32)} ${n(y)}Q${n(x + w * 0.16)} ${n(y - w * 0.09)} ${n(x)} ${n(y)}Q${n(x - w * 0.16)} ${n(y - w * 0.09)} ${n(x - w * 0.32)} ${n(y)}Q${n(x - w * 0.42)} ${n(y - w * 0.08)} ${n(x - w / 2)} ${n(y)}Z`,
      color,
    ) +
    path(
      `M${n(x)} ${n(y - w * 0.42)}Q${n(x + w * 0.46)} ${n(y - w * 0.4)} ${n(x + w / 2)} ${n(y)}Q${n(x + w * 0.42)} ${n(y - w * 0.08)} ${n(x + w * 0.32)} ${n(y)}Q${n(x + w * 0.3)} ${n(y - w * 0.3)} ${n(x)} ${n(y - w * 0.42)}Z`,
      dark(color, 0.3),
    ) +
    path(
      `M${n(x)} ${n(y - w * 0.42)}Q${n(x - w * 0.3)} ${n(y - w * 0.3)} ${n(x - w * 0.32)} ${n(y)}Q${n(x - w * 0.42)} ${n(y - w * 0.08)} ${n(x - w / 2)} ${n(y)}Q${n(x - w * 0.46)} ${n(y - w * 0.4)} ${n(x)} ${n(y - w * 0.42)}Z`,
      light(color, 0.14),
    )
  );
}

/** One side of an old street drawn through the camera: eaves, upper windows, shop fronts. */
function row(c: Camera, x: number, wall: string, wood: string, tile: string, lit: string, haze: string): string {
  let out = '';
  const s = Math.sign(x);
  for (let k = 8; k >= -1; k--) {
    const z0 = k < 0 ? 1.5 : 4.2 + k * 4;
    const z1 = k < 0 ? 4.2 : z0 + 4;
    const t = Math.min(0.75, Math.max(0, k) * 0.1);
    const m = (q: string): string => mix(q, haze, t);
    const hgt = 5.6 + (((k + 3) * 7) % 3) * 0.5;
    out += side(c, x, 0, hgt, z0, z1, m(wall));
    out += each(3, (i) => {
      const a = z0 + 0.3 + i * 1.2;
      return (
        side(c, x, 3.4, 4.7, a, a + 0.95, m(i === k % 3 || k % 2 ? lit : dark(wood, 0.3))) +
        wire(
          `M${see(c, x, 3.4, a + 0.48)
            .map(n)
            .join(' ')}L${see(c, x, 4.7, a + 0.48)
            .map(n)
            .join(' ')}M${see(c, x, 4.05, a).map(n).join(' ')}L${see(c, x, 4.05, a + 0.95)
            .map(n)
            .join(' ')}`,
          m(wood),
          Math.max(1, scale(c, a) * 0.03),
        )
      );
    });
    out += side(c, x, 0.1, 2.5, z0 + 0.3, z1 - 0.3, m(k % 3 === 1 ? dark(lit, 0.1) : dark(wood, 0.35)));
    out +=
      each(5, (i) => side(c, x, 0.1, 2.5, z0 + 0.3 + i * 0.72, z0 + 0.38 + i * 0.72, m(wood))) +
      side(c, x, 0, 0.4, z0, z1, m(dark(wood, 0.1)));
    const e = x - s * 0.95;
    out +=
      poly([see(c, x, 3.15, z0), see(c, e, 2.75, z0), see(c, e, 2.75, z1), see(c, x, 3.15, z1)], m(tile)) +
      poly([see(c, e, 2.75, z0), see(c, e, 2.65, z0), see(c, e, 2.65, z1), see(c, e, 2.75, z1)], m(dark(tile, 0.4)));
    out += each(9, (i) =>
      line(
        ...see(c, x, 3.15, z0 + i * 0.5),
        ...see(c, e, 2.75, z0 + i * 0.5),
        m(dark(tile, 0.25)),
        Math.max(1, scale(c, z0) * 0.014),
      ),
    );
    const u = x - s * 1.15;
    out +=
      poly(
        [
          see(c, x + s * 0.5, hgt + 0.9, z0),
          see(c, u, hgt - 0.25, z0),
          see(c, u, hgt - 0.25, z1),
          see(c, x + s * 0.5, hgt + 0.9, z1),
        ],
        m(tile),
      ) +
      poly(
        [see(c, u, hgt - 0.25, z0), see(c, u, hgt - 0.38, z0), see(c, u, hgt - 0.38, z1), see(c, u, hgt - 0.25, z1)],
        m(dark(tile, 0.45)),
      );
    out += each(9, (i) =>
      line(
        ...see(c, x + s * 0.5, hgt + 0.9, z0 + i * 0.5),
        ...see(c, u, hgt - 0.25, z0 + i * 0.5),
        m(dark(tile, 0.25)),
        Math.max(1, scale(c, z0) * 0.016),
      ),
    );
    const [lx, ly] = see(c, e, 2.15, z0 + 0.5);
    if (k >= 0 && k < 6)
      out += lantern(lx, ly, scale(c, z0 + 0.5) * 0.42, m('#c93a2c'), m('#ffc46b'), scale(c, z0) * 0.25);
  }
  return out;
}

export function oldStreetRain(): string {
  const c: Camera = { x: 800, y: 520, f: 820, eye: 1.65 };
  const haze = '#a9b8bd';
  const streets =
    row(c, -3.5, '#c9c4b8', '#5b3a30', '#49525e', '#f3b45e', haze) +
    row(c, 3.5, '#bdb9b0', '#5b3a30', '#424b58', '#f3b45e', haze);
  const at = (x: number, z: number, o: Partial<Person>, um: string): string => {
    const [px, py] = see(c, x, 0, z);
    const h = scale(c, z) * 1.68;
    const p = person({
      x: px,
      y: py,
      h,
      view: 'back',
      pose: { near: [16, 150], far: [-8, 10], legNear: [-8, 0], legFar: [8, -4] },
      ...o,
    });
    const ghost = group(
      person({ x: px, y: py, h, view: 'back', ...o }) + umbrella(px, py - h * 0.98, h * 0.78, um, h * 0.3),
      `transform="translate(0 ${n(py * 1.62)}) scale(1 -0.62)" opacity="0.3"`,
    );
    return ghost + p + umbrella(px - h * 0.06, py - h * 0.98, h * 0.78, um, h * 0.36);
  };
  const stones = each(26, (k) => {
    const z = 2.0 + k * 0.9;
    return line(...see(c, -3.5, 0, z), ...see(c, 3.5, 0, z), '#5d6a74', Math.max(1, 5 - k * 0.2), 'opacity="0.5"');
  });
  const shine = each(9, (k) => {
    const [x, y] = see(c, k % 2 ? 2.5 : -2.5, 0, 3.4 + k * 2.2);
    return glow(x, y + 60, 120 - k * 10, '#ffc06a', 0.4, 150 - k * 14);
  });
  return (
    sky(['#6f818d', '#94a4aa', '#c9cfc8'], 540) +
    hills(510, 150, 260, 5, '#93a5ab', haze, 6) +
    pagoda(800, 520, 250, 6, '#a3aeb2', '#7f8d96') +
    mist(500, 130, '#c3cbca', 0.85) +
    rect(
      0,
      520,
      W,
      480,
      lin([
        [0, '#a5b0b2'],
        [0.35, '#76858d'],
        [1, '#414e5b'],
      ]),
    ) +
    stones +
    each(5, (i) =>
      line(...see(c, -1.8 + i * 0.9, 0, 2), ...see(c, -1.8 + i * 0.9, 0, 26), '#5d6a74', 2, 'opacity="0.4"'),
    ) +
    streets +
    shine +
    ripples(640, 60, '#cfd6d3', 3, 0.25, 300, 1300) +
    at(-1.4, 15, { top: '#6f7d86', bottom: '#55636d' }, '#6f8894') +
    at(1.2, 11.5, { top: '#5e6c78', bottom: '#44515d', style: 'bob' }, '#d9c27a') +
    at(-1.5, 7.4, { top: '#42586a', bottom: '#2e3b4a' }, '#3f7180') +
    at(0.12, 4.6, { top: '#e8dcc8', bottom: '#4a3a4a', wear: 'skirt', style: 'bun' }, '#d23a2c') +
    rain(230, 5, '#eef4f4', 0.4, 0.1, 46) +
    each(30, (i) =>
      oval(
        ((i * 173) % 1500) + 50,
        730 + ((i * 97) % 250),
        14 + (i % 4) * 5,
        3.4,
        'none',
        'stroke="#d9e2e2" stroke-width="1.6" opacity="0.5"',
      ),
    )
  );
}
