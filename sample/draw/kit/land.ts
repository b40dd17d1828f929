// Hills, water, ground.
import {
  clip,
  each,
  fade,
  fractal,
  group,
  H,
  lerp,
  lin,
  line,
  n,
  oval,
  type P,
  path,
  poly,
  range,
  rect,
  rng,
  W,
} from './core.ts';

export function ridge(y: number, amp: number, wave: number, seed: number, rough = 0): P[] {
  const step = rough > 0 ? 5 : 12;
  const pts: P[] = [];
  for (let x = -20; x <= W + 20; x += step) {
    const tree = rough > 0 ? Math.abs(fractal(x / 13, seed + 91, 2)) * rough : 0;
    pts.push([x, y - amp * (0.5 + fractal(x / wave + 7, seed)) - tree]);
  }
  return pts;
}

/** A range of hills that dissolves into mist at its foot. */
export function hills(
  y: number,
  amp: number,
  wave: number,
  seed: number,
  color: string,
  foot = color,
  rough = 0,
  depth = 320,
): string {
  const pts = ridge(y, amp, wave, seed, rough);
  const base = Math.min(H + 10, y + depth);
  return poly(
    [...pts, [W + 20, base], [-20, base]],
    lin([
      [0, color],
      [1, foot],
    ]),
  );
}

/** Peaks like those of an ink landscape: sharp, with a shaded flank. */
export function peaks(y: number, list: [number, number, number][], color: string, shade: string, foot: string): string {
  return list
    .map(([x, w, h], k) => {
      const r = (i: number): number => fractal(i * 0.7 + k * 9, 50 + k, 3) * h * 0.07;
      const left = range(13).map(
        (i): P => [lerp(x - w / 2, x, i / 12), y - h * (i / 12) ** 1.55 + r(i) * (i % 12 ? 1 : 0)],
      );
      const right = range(13).map(
        (i): P => [lerp(x, x + w / 2, i / 12), y - h * (1 - i / 12) ** 1.4 + r(i + 30) * (i % 12 ? 1 : 0)],
      );
      const spine = range(7).map((i): P => [x - w * 0.05 * i + r(i + 60) * 1.6, lerp(y - h, y, i / 6)]);
      return (
        poly(
          [...left, ...right],
          lin([
            [0, color],
            [1, foot],
          ]),
        ) +
        poly(
          [...spine, ...right.reverse()],
          lin([
            [0, shade],
            [1, foot],
          ]),
          'opacity="0.6"',
        )
      );
    })
    .join('');
}

export function water(y: number, top: string, bottom: string, base = H): string {
  return rect(
    0,
    y,
    W,
    base - y,
    lin([
      [0, top],
      [1, bottom],
    ]),
  );
}

/** Lens-shaped ripples, larger towards the viewer. */
export function ripples(
  y: number,
  count: number,
  color: string,
  seed: number,
  opacity = 0.4,
  x0 = 0,
  x1 = W,
  base = H,
): string {
  const r = rng(seed);
  return fade(
    opacity,
    each(count, () => {
      const t = r() ** 1.4;
      const w = lerp(12, 130, t) * (0.5 + r());
      return oval(lerp(x0, x1, r()), lerp(y + 3, base, t), w, lerp(0.9, 4.5, t), color);
    }),
  );
}

/** The path of light under a sun, a moon or a lamp. */
export function glitter(
  x: number,
  y: number,
  width: number,
  color: string,
  seed: number,
  opacity = 0.8,
  base = H,
  count = 70,
): string {
  const r = rng(seed);
  return fade(
    opacity,
    each(count, () => {
      const t = r();
      const spread = width * lerp(0.35, 1.25, t);
      const off = (r() + r() - 1) * spread;
      return oval(
        x + off,
        lerp(y + 4, base, t),
        lerp(14, 70, t) * (0.35 + r()) * (1 - Math.abs(off) / spread / 1.6),
        lerp(1.4, 4.8, t),
        color,
      );
    }),
  );
}

/** The same drawing upside down below the waterline, cut by ripples of the water's colour. */
export function reflect(
  body: string,
  y: number,
  depth: number,
  cut: string,
  seed: number,
  opacity = 0.45,
  squash = 1,
): string {
  const r = rng(seed);
  return (
    clip(
      rect(0, y, W, depth * 1.6, '#000000'),
      group(body, `transform="translate(0 ${n(y + y * squash)}) scale(1 ${-squash})" opacity="${opacity}"`),
    ) +
    fade(
      0.55,
      each(46, () => {
        const t = r();
        return oval(r() * W, y + 4 + t * depth, 40 + r() * 170, 1 + t * 3.4, cut);
      }),
    )
  );
}

/** Blades of grass or rice along a line. */
export function grass(
  x0: number,
  x1: number,
  y: number,
  height: number,
  count: number,
  color: string,
  seed: number,
  sway = 0.3,
): string {
  const r = rng(seed);
  return each(count, () => {
    const x = lerp(x0, x1, r());
    const h = height * (0.45 + r() * 0.75);
    const dx = (r() - 0.5 + sway * 0.5) * h * 0.7;
    return path(
      `M${n(x - h * 0.03)} ${n(y)}Q${n(x)} ${n(y - h * 0.6)} ${n(x + dx)} ${n(y - h)}Q${n(x + h * 0.05)} ${n(y - h * 0.5)} ${n(x + h * 0.04)} ${n(y)}Z`,
      color,
    );
  });
}

/** Ground with a few strokes of tone. */
export function ground(y: number, top: string, bottom: string, stroke: string, seed: number, count = 50): string {
  const r = rng(seed);
  return (
    rect(
      0,
      y,
      W,
      H - y,
      lin([
        [0, top],
        [1, bottom],
      ]),
    ) +
    fade(
      0.35,
      each(count, () => {
        const t = r() ** 1.3;
        const w = lerp(20, 200, t) * (0.4 + r());
        const x = r() * W;
        const yy = lerp(y + 4, H, t);
        return line(x - w / 2, yy, x + w / 2, yy, stroke, lerp(1, 5, t));
      }),
    )
  );
}
