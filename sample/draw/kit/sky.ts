// Skies: gradients, sun and moon, clouds, stars, rain, mist.
import {
  blob,
  blur,
  circ,
  each,
  fade,
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
  rect,
  rng,
  W,
} from './core.ts';

/** Colours from the zenith to the horizon. */
export function sky(colors: string[], horizon = H): string {
  return (
    rect(0, 0, W, H, pick(colors, colors.length - 1)) +
    rect(0, 0, W, horizon + 2, lin(colors.map((c, i) => [i / (colors.length - 1), c])))
  );
}

export function sun(x: number, y: number, r: number, color: string, halo = color, reach = 5): string {
  return glow(x, y, r * reach, halo, 0.75) + glow(x, y, r * reach * 0.45, halo, 0.6) + circ(x, y, r, color);
}

export function moon(x: number, y: number, r: number, color = '#fdf3d2'): string {
  const crater = mix(color, '#8f8a86', 0.28);
  return (
    glow(x, y, r * 4.5, color, 0.35) +
    circ(x, y, r, color) +
    fade(
      0.5,
      circ(x - r * 0.3, y - r * 0.2, r * 0.26, crater) +
        circ(x + r * 0.3, y + r * 0.25, r * 0.34, crater) +
        circ(x + r * 0.2, y - r * 0.45, r * 0.15, crater),
    )
  );
}

export function stars(count: number, bottom: number, seed: number, color = '#fff7df'): string {
  const r = rng(seed);
  return each(count, () => {
    const big = r() > 0.93;
    return circ(r() * W, r() * r() * bottom, big ? 2.6 : 0.8 + r(), color, `opacity="${n(0.35 + r() * 0.65)}"`);
  });
}

/** Long layered bars of cloud, as at dawn. */
export function bars(
  count: number,
  top: number,
  bottom: number,
  color: string,
  seed: number,
  opacity = 0.5,
  length = 420,
): string {
  const r = rng(seed);
  return fade(
    opacity,
    each(count, () => {
      const [x, y, w] = [r() * W * 1.2 - W * 0.1, top + r() * (bottom - top), length * (0.45 + r())];
      const h = w * (0.022 + r() * 0.03);
      const off = (r() - 0.5) * w * 0.5;
      return (
        oval(x, y, w / 2, h, color) +
        oval(x + off, y - h * 0.9, w * 0.3, h * 0.9, color) +
        oval(x - off * 0.8, y + h * 0.8, w * 0.34, h * 0.7, color)
      );
    }),
  );
}

/** One heaped cloud: lit heads over a shaded flat base. */
export function heap(x: number, y: number, w: number, color: string, shade: string, seed: number): string {
  const r = rng(seed);
  const lobes = Array.from({ length: 8 }, (_, i): [number, number, number] => {
    const t = i / 7;
    const high = Math.sin(t * Math.PI) ** 0.8;
    const size = w * (0.09 + 0.1 * high * (0.7 + r() * 0.6));
    return [x - w / 2 + t * w, y - size * 0.55 - high * w * 0.09 * r(), size];
  });
  const draw = (dx: number, dy: number, k: number, c: string): string =>
    lobes.map(([a, b, s]) => path(blob(a + dx, b + dy, s * k, s * k * 0.86, Math.round(a + s), 0.07), c)).join('');
  return (
    draw(0, 0, 1, shade) +
    oval(x, y, w * 0.58, w * 0.07, shade) +
    draw(-w * 0.012, -w * 0.028, 0.86, color) +
    draw(-w * 0.03, -w * 0.05, 0.5, light(color, 0.45))
  );
}

export function mist(y: number, h: number, color: string, opacity = 0.8): string {
  return rect(
    0,
    y - h / 2,
    W,
    h,
    lin([
      [0, color, 0],
      [0.5, color, opacity],
      [1, color, 0],
    ]),
  );
}

/** Drifting patches of mist, softer than a band. */
export function veils(count: number, y: number, spread: number, color: string, seed: number, opacity = 0.5): string {
  const r = rng(seed);
  return blur(
    14,
    fade(
      opacity,
      each(count, () => oval(r() * W, y + (r() - 0.5) * spread, 180 + r() * 260, 9 + r() * 16, color)),
    ),
  );
}

export function rain(count: number, seed: number, color = '#ffffff', opacity = 0.3, slant = 0.16, length = 60): string {
  const r = rng(seed);
  return group(
    each(count, () => {
      const [x, y, l] = [r() * W * 1.2 - 100, r() * H, length * (0.4 + r())];
      return line(x, y, x - l * slant, y + l, color, 1 + r() * 1.4, `opacity="${n(0.3 + r() * 0.7)}"`);
    }),
    `opacity="${opacity}"`,
  );
}

/** Birds as two strokes of a brush. */
export function birds(
  count: number,
  x: number,
  y: number,
  spread: number,
  color: string,
  seed: number,
  size = 16,
): string {
  const r = rng(seed);
  return each(count, () => {
    const s = size * (0.6 + r() * 0.8);
    const [a, b] = [x + (r() - 0.5) * spread * 2, y + (r() - 0.5) * spread * 0.7];
    const lift = s * (0.25 + r() * 0.5);
    return path(
      `M${n(a - s)} ${n(b - lift)}Q${n(a - s * 0.4)} ${n(b - lift * 1.1)} ${n(a)} ${n(b)}Q${n(a + s * 0.4)} ${n(b - lift * 1.1)} ${n(a + s)} ${n(b - lift)}Q${n(a + s * 0.35)} ${n(b - lift * 0.5)} ${n(a)} ${n(b + s * 0.22)}Q${n(a - s * 0.35)} ${n(b - lift * 0.5)} ${n(a - s)} ${n(b - lift)}Z`,
      color,
    );
  });
}

/** Slanting shafts of light from a point or a window. */
export function shafts(list: [number, number, number, number][], color: string, opacity = 0.3, spread = 1.5): string {
  return list
    .map(([x1, w, x2, y2]) =>
      path(
        `M${x1} 0L${x1 + w} 0L${x2 + w * spread} ${y2}L${x2} ${y2}Z`,
        lin([
          [0, color, opacity],
          [1, color, 0],
        ]),
      ),
    )
    .join('');
}
