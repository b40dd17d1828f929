// Trees, bushes, reeds, pots.
import { blob, dark, each, fade, light, luma, n, oval, path, poly, rect, rng, round, wire } from './core.ts';

/** A broad-leaved tree: trunk, and a crown in three tones lit from the left. */
export function tree(
  x: number,
  y: number,
  h: number,
  color: string,
  seed: number,
  trunk = '#4a3a34',
  lit = -1,
): string {
  const r = rng(seed);
  const w = h * 0.33;
  const cy = y - h * 0.64;
  const lobes = Array.from({ length: 7 }, (_, i): [number, number, number] => {
    const a = (i / 7) * Math.PI * 2 + r() * 0.5;
    return [
      x + Math.cos(a) * w * (0.55 + r() * 0.25),
      cy + Math.sin(a) * h * (0.19 + r() * 0.06),
      w * (0.42 + r() * 0.2),
    ];
  });
  const layer = (dx: number, dy: number, k: number, c: string): string =>
    path(blob(x + dx, cy + dy, w * 0.85 * k, h * 0.28 * k, seed, 0.12), c) +
    lobes.map(([a, b, s], i) => path(blob(a + dx, b + dy, s * k, s * k * 0.92, seed + i, 0.13), c)).join('');
  const limbs = `M${n(x - h * 0.028)} ${n(y)}Q${n(x - h * 0.012)} ${n(y - h * 0.25)} ${n(x - h * 0.014)} ${n(y - h * 0.5)}L${n(x + h * 0.014)} ${n(y - h * 0.5)}Q${n(x + h * 0.014)} ${n(y - h * 0.2)} ${n(x + h * 0.034)} ${n(y)}Z`;
  return (
    path(limbs, trunk) +
    wire(
      `M${n(x)} ${n(y - h * 0.34)}L${n(x + h * 0.12)} ${n(y - h * 0.52)}M${n(x)} ${n(y - h * 0.3)}L${n(x - h * 0.13)} ${n(y - h * 0.5)}`,
      trunk,
      h * 0.016,
    ) +
    layer(0, 0, 1, dark(color, 0.3)) +
    layer(lit * w * 0.09, -h * 0.025, 0.86, color) +
    lobes
      .map(([a, b, s], i) =>
        path(
          blob(a + lit * s * 0.22, b - s * 0.26, s * 0.55, s * 0.44, seed + 40 + i, 0.16),
          light(color, 0.2 * luma(color) ** 1.6),
        ),
      )
      .join('') +
    dabs(x, cy, w * 1.05, h * 0.3, h * 0.016, color, seed, lit)
  );
}

/** Short strokes of leaf over a crown: pale towards the light, deep away from it. */
function dabs(
  x: number,
  y: number,
  rx: number,
  ry: number,
  size: number,
  color: string,
  seed: number,
  lit: number,
): string {
  const r = rng(seed + 77);
  return each(Math.min(64, Math.round(14 + size * 9)), () => {
    const a = r() * Math.PI * 2;
    const q = Math.sqrt(r()) * 0.94;
    const [dx, dy] = [Math.cos(a) * q, Math.sin(a) * q];
    const lean = dx * lit * 0.7 - dy * 0.8 + (r() - 0.5) * 0.7;
    const [px, py] = [x + dx * rx, y + dy * ry];
    return oval(
      px,
      py,
      size * (1 + r() * 0.5),
      size * 0.52,
      lean > 0 ? light(color, (0.12 + lean * 0.3) * luma(color)) : dark(color, 0.18 - lean * 0.14),
      `transform="rotate(${n(r() * 80 - 60)} ${n(px)} ${n(py)})"`,
    );
  });
}

export function bush(x: number, y: number, w: number, color: string, seed: number): string {
  const r = rng(seed);
  const lobes = Array.from({ length: 5 }, (_, i): [number, number, number] => [
    x - w * 0.4 + i * w * 0.2,
    y - w * (0.12 + Math.sin(((i + 0.5) / 5) * 3.14) * 0.13 * (0.7 + r() * 0.6)),
    w * (0.16 + r() * 0.05),
  ]);
  return (
    lobes
      .map(
        ([a, b, s], i) =>
          path(blob(a, b, s, s, seed + i, 0.12), dark(color, 0.25)) +
          rect(a - s, b, s * 2, y - b, dark(color, 0.25), `rx="${n(s * 0.4)}"`),
      )
      .join('') +
    lobes
      .map(([a, b, s], i) => path(blob(a - s * 0.14, b - s * 0.16, s * 0.78, s * 0.7, seed + 9 + i, 0.14), color))
      .join('') +
    lobes
      .map(([a, b, s], i) =>
        path(
          blob(a - s * 0.2, b - s * 0.34, s * 0.44, s * 0.3, seed + 19 + i, 0.18),
          light(color, 0.26 * luma(color) ** 1.6),
        ),
      )
      .join('')
  );
}

/** A pine with level clouds of needles, as painters have it. */
export function pine(x: number, y: number, h: number, color: string, seed: number, trunk = '#3d2f2c'): string {
  const r = rng(seed);
  let out = wire(
    `M${n(x)} ${n(y)}C${n(x + h * 0.1)} ${n(y - h * 0.3)} ${n(x - h * 0.12)} ${n(y - h * 0.5)} ${n(x + h * 0.04)} ${n(y - h * 0.9)}`,
    trunk,
    h * 0.045,
  );
  for (let i = 0; i < 6; i++) {
    const yy = y - h * (0.42 + i * 0.11);
    const side = (i % 2 ? 1 : -1) * h * 0.17 * (1 - i * 0.11);
    const w = h * (0.24 - i * 0.018) * (0.85 + r() * 0.3);
    out += wire(`M${n(x)} ${n(yy + h * 0.07)}L${n(x + side)} ${n(yy)}`, trunk, h * 0.014);
    out +=
      path(blob(x + side, yy, w, h * 0.055, seed + i, 0.16), dark(color, 0.25)) +
      path(blob(x + side - w * 0.08, yy - h * 0.016, w * 0.85, h * 0.036, seed + i + 9, 0.2), color);
  }
  return out;
}

export function willow(x: number, y: number, h: number, color: string, seed: number): string {
  const r = rng(seed);
  return (
    wire(
      `M${n(x)} ${n(y)}C${n(x + h * 0.05)} ${n(y - h * 0.3)} ${n(x - h * 0.07)} ${n(y - h * 0.5)} ${n(x)} ${n(y - h * 0.85)}`,
      '#463a35',
      h * 0.045,
    ) +
    each(46, (i) => {
      const a = (i / 45 - 0.5) * 2;
      const top = y - h * (0.98 - a * a * 0.22) + r() * h * 0.1;
      const xx = x + a * h * 0.42;
      const end = Math.min(y - h * 0.06, top + h * (0.4 + r() * 0.38));
      return wire(
        `M${n(x + a * h * 0.18)} ${n(top + h * 0.05)}Q${n(xx)} ${n(top - h * 0.03)} ${n(xx + a * h * 0.06)} ${n(end)}`,
        i % 3 ? color : r() > 0.5 ? dark(color, 0.22) : light(color, 0.22),
        h * 0.013,
      );
    })
  );
}

export function reeds(
  x0: number,
  x1: number,
  y: number,
  h: number,
  count: number,
  color: string,
  seed: number,
  plume = '',
): string {
  const r = rng(seed);
  return each(count, () => {
    const x = x0 + r() * (x1 - x0);
    const t = h * (0.5 + r() * 0.6);
    const lean = (r() - 0.35) * t * 0.3;
    const c = r() > 0.5 ? color : dark(color, 0.18);
    const head = plume
      ? `<g transform="translate(${n(x + lean)} ${n(y - t)}) rotate(${n((lean / t) * 70 + 8)})">${oval(0, -t * 0.02, t * 0.022, t * 0.12, plume)}</g>`
      : '';
    return (
      path(
        `M${n(x - 2.5)} ${n(y)}Q${n(x)} ${n(y - t * 0.5)} ${n(x + lean)} ${n(y - t)}Q${n(x + 4)} ${n(y - t * 0.4)} ${n(x + 3.5)} ${n(y)}Z`,
        c,
      ) +
      path(
        `M${n(x)} ${n(y - t * 0.1)}Q${n(x + lean + t * 0.06)} ${n(y - t * 0.5)} ${n(x + lean + t * 0.22)} ${n(y - t * 0.45)}Q${n(x + lean * 0.5 + t * 0.08)} ${n(y - t * 0.42)} ${n(x + 4)} ${n(y)}Z`,
        c,
      ) +
      head
    );
  });
}

export function bamboo(x: number, y: number, h: number, count: number, color: string, seed: number): string {
  const r = rng(seed);
  return each(count, (i) => {
    const xx = x + i * h * 0.07 * (0.7 + r() * 0.6);
    const t = h * (0.7 + r() * 0.4);
    const stem = each(8, (k) =>
      rect(xx + k * 1.5, y - ((k + 1) * t) / 8, h * 0.014, t / 8 - 3, k % 2 ? color : dark(color, 0.15)),
    );
    return (
      stem +
      each(12, () => {
        const [a, b] = [xx + (r() - 0.5) * h * 0.16 + 8, y - t * (0.4 + r() * 0.65)];
        return `<g transform="translate(${n(a)} ${n(b)}) rotate(${n(20 + r() * 130)})">${oval(0, 0, h * 0.055, h * 0.01, r() > 0.5 ? dark(color, 0.25) : light(color, 0.12))}</g>`;
      })
    );
  });
}

export function potted(x: number, y: number, h: number, leaf: string, pot: string, seed: number): string {
  const r = rng(seed);
  return (
    each(11, (i) => {
      const a = -90 + (i - 5) * 17 + (r() - 0.5) * 10;
      const l = h * (0.55 + r() * 0.2);
      return `<g transform="translate(${n(x)} ${n(y - h * 0.26)}) rotate(${n(a)})">${path(`M0 0Q${n(l * 0.5)} ${n(-h * 0.085)} ${n(l)} 0Q${n(l * 0.5)} ${n(h * 0.07)} 0 0Z`, i % 3 ? leaf : dark(leaf, 0.25))}</g>`;
    }) +
    poly(
      [
        [x - h * 0.15, y - h * 0.3],
        [x + h * 0.15, y - h * 0.3],
        [x + h * 0.11, y],
        [x - h * 0.11, y],
      ],
      pot,
    ) +
    fade(
      0.2,
      poly(
        [
          [x + h * 0.03, y - h * 0.3],
          [x + h * 0.15, y - h * 0.3],
          [x + h * 0.11, y],
          [x + h * 0.03, y],
        ],
        '#000000',
      ),
    ) +
    round(x - h * 0.17, y - h * 0.32, h * 0.34, h * 0.06, h * 0.02, light(pot, 0.12))
  );
}

/** Loose foreground grass. */
export function grass2(
  x0: number,
  x1: number,
  y: number,
  h: number,
  count: number,
  color: string,
  seed: number,
): string {
  const r = rng(seed);
  return each(count, () => {
    const [x, t] = [x0 + r() * (x1 - x0), h * (0.4 + r() * 0.7)];
    const lean = (r() - 0.4) * t * 0.8;
    return path(
      `M${n(x - 3)} ${n(y)}Q${n(x)} ${n(y - t * 0.6)} ${n(x + lean)} ${n(y - t)}Q${n(x + 4)} ${n(y - t * 0.5)} ${n(x + 4)} ${n(y)}Z`,
      r() > 0.5 ? color : light(color, 0.16),
    );
  });
}
