// Boats: fishing boats, sampans, barges, ships; each stands on its waterline, bow to the right.
import { at, dark, each, light, lin, line, n, oval, path, pick, poly, rect, round, wire } from './core.ts';

/** A wooden trawler, 200 units long. */
export function trawler(
  x: number,
  y: number,
  s: number,
  hull: string,
  cabin = '#f2e6cf',
  dir = 1,
  o: { band?: string; lit?: string } = {},
): string {
  const band = o.band ?? '#c8452f';
  return at(
    x,
    y,
    line(-40, -20, -40, -150, '#4a3b38', 4) +
      line(42, -20, 42, -120, '#4a3b38', 3.5) +
      line(-40, -140, 96, -38, '#5a4a46', 1.6) +
      line(-40, -140, -100, -34, '#5a4a46', 1.6) +
      line(42, -110, -30, -60, '#5a4a46', 3) +
      line(42, -116, 98, -40, '#5a4a46', 1.4) +
      poly(
        [
          [-40, -148],
          [-40, -126],
          [-14, -137],
        ],
        band,
      ) +
      rect(-62, -74, 62, 50, cabin) +
      rect(-20, -74, 20, 50, dark(cabin, 0.16)) +
      rect(-56, -98, 44, 26, light(cabin, 0.2)) +
      rect(-66, -78, 70, 7, band) +
      rect(-60, -103, 52, 6, band) +
      each(3, (i) => rect(-56 + i * 18, -64, 12, 15, o.lit ?? '#3d5560')) +
      each(3, (i) => rect(-52 + i * 13, -92, 9, 11, o.lit ?? '#3d5560')) +
      round(8, -40, 26, 18, 3, '#5f7f86') +
      oval(60, -34, 15, 8, '#c9a15a') +
      oval(78, -36, 10, 6, '#b58b49') +
      path(
        'M-106 -36Q-60 -22 20 -26Q80 -30 116 -54Q108 -14 84 6L-92 6Q-104 -14 -106 -36Z',
        lin([
          [0, light(hull, 0.12)],
          [0.6, hull],
          [1, dark(hull, 0.35)],
        ]),
      ) +
      path('M-106 -36Q-60 -22 20 -26Q80 -30 116 -54L114 -45Q80 -22 20 -18Q-60 -14 -105 -28Z', band) +
      path('M-98 -6Q0 2 98 -10L84 6L-92 6Z', dark(band, 0.35)) +
      each(
        5,
        (i) => oval(-78 + i * 34, -8 + (i % 2), 5.5, 6.5, '#2a2a30') + oval(-78 + i * 34, -8 + (i % 2), 2.4, 3, hull),
      ),
    s,
    0,
    dir,
  );
}

export function sampan(x: number, y: number, s: number, hull: string, roofed = true, dir = 1): string {
  return at(
    x,
    y,
    (roofed
      ? path('M-44 -14Q-44 -46 -6 -46Q30 -46 30 -14Z', '#8a6a46') +
        path('M-6 -46Q30 -46 30 -14L8 -14Q10 -40 -6 -46Z', '#6a4d35') +
        wire('M-32 -14Q-32 -40 -14 -45M-10 -14Q-8 -38 -4 -46M14 -14Q14 -36 4 -45', '#5a4230', 1.6)
      : '') +
      path(
        'M-100 -26Q-60 -8 0 -8Q60 -8 104 -30Q86 4 60 5L-62 5Q-86 2 -100 -26Z',
        lin([
          [0, light(hull, 0.12)],
          [1, dark(hull, 0.3)],
        ]),
      ) +
      wire('M-100 -26Q-60 -8 0 -8Q60 -8 104 -30', light(hull, 0.3), 2.6),
    s,
    0,
    dir,
  );
}

/** A loaded container ship, 500 units long. */
export function ship(x: number, y: number, s: number, hull: string, colors: string[], dir = 1, rows = 4): string {
  return at(
    x,
    y,
    each(9 * rows, (k) => {
      const [i, j] = [k % 9, Math.floor(k / 9)];
      if (j >= rows - ((i * 7) % 3 === 0 ? 1 : 0)) return '';
      const c = pick(colors, (i * 5 + j * 3 + ((i * j) % 4)) % colors.length);
      const [px, py] = [-128 + i * 36, -62 - j * 17];
      return (
        rect(px, py - 16, 34.5, 16, c) +
        rect(px, py - 4, 34.5, 4, dark(c, 0.25)) +
        wire(
          each(5, (q) => `M${px + 5 + q * 6} ${py - 13}v9`),
          dark(c, 0.18),
          1,
        )
      );
    }) +
      rect(-206, -160, 62, 112, '#f4ecdd') +
      rect(-166, -160, 22, 112, '#d8ccba') +
      rect(-216, -168, 80, 12, '#e7dccb') +
      each(15, (i) => rect(-200 + (i % 3) * 13, -148 + Math.floor(i / 3) * 18, 8, 8, '#4b6472')) +
      rect(-234, -112, 22, 62, '#c8553d') +
      rect(-234, -112, 22, 12, '#2f3440') +
      path(
        'M-250 -58L236 -58Q262 -66 274 -84Q266 -30 236 10L-236 10Q-252 -20 -250 -58Z',
        lin([
          [0, light(hull, 0.1)],
          [0.7, hull],
          [1, dark(hull, 0.2)],
        ]),
      ) +
      path('M-244 -14L254 -14Q246 0 236 10L-236 10Q-242 0 -244 -14Z', '#8f3b2f') +
      rect(-250, -58, 500, 4, light(hull, 0.3)),
    s,
    0,
    dir,
  );
}

/** A long dragon-boat hull with head and tail; crew are drawn by the scene. Length l. */
export function dragonHull(x: number, y: number, l: number, body: string, scale: string): string {
  const a = l / 2;
  const h = l * 0.052;
  const d = `M${n(x - a)} ${n(y - h * 1.3)}Q${n(x)} ${n(y - h * 0.25)} ${n(x + a)} ${n(y - h * 1.5)}Q${n(x + a * 0.94)} ${n(y + h * 0.5)} ${n(x + a * 0.8)} ${n(y + h * 0.75)}L${n(x - a * 0.86)} ${n(y + h * 0.75)}Q${n(x - a * 0.97)} ${n(y + h * 0.2)} ${n(x - a)} ${n(y - h * 1.3)}Z`;
  const scales = each(44, (i) => {
    const t = (i + 0.5) / 44;
    const px = x - a * 0.93 + t * a * 1.82;
    const py = y - h * (0.62 + 0.7 * (t * 2 - 1) ** 2) + h * 0.62;
    return (
      wire(`M${n(px - h * 0.4)} ${n(py)}a${n(h * 0.4)} ${n(h * 0.42)} 0 0 0 ${n(h * 0.8)} 0`, scale, h * 0.1) +
      wire(
        `M${n(px)} ${n(py + h * 0.4)}a${n(h * 0.4)} ${n(h * 0.42)} 0 0 0 ${n(h * 0.8)} 0`,
        dark(scale, 0.12),
        h * 0.08,
      )
    );
  });
  return (
    path(
      d,
      lin([
        [0, light(body, 0.1)],
        [1, dark(body, 0.3)],
      ]),
    ) +
    scales +
    wire(`M${n(x - a)} ${n(y - h * 1.3)}Q${n(x)} ${n(y - h * 0.25)} ${n(x + a)} ${n(y - h * 1.5)}`, scale, h * 0.24)
  );
}

/** The carved head, facing right, about 100 units high, its neck at the origin. */
export function dragonHead(x: number, y: number, s: number, body: string, gold: string, mane: string): string {
  return at(
    x,
    y,
    path(
      'M-34 18Q-40 -30 -14 -56L6 -66Q-2 -36 24 10L10 30Z',
      lin([
        [0, light(body, 0.1)],
        [1, dark(body, 0.2)],
      ]),
    ) +
      each(5, (i) =>
        path(
          `M${-30 + i * 4} ${-2 - i * 13}q-26 -2 -38 ${-16 + i * 2}q14 0 20 -4q-8 -6 -8 -14q14 10 32 14Z`,
          i % 2 ? mane : light(mane, 0.2),
        ),
      ) +
      path(
        'M-18 -50Q-22 -84 8 -88Q30 -90 44 -76L74 -72Q86 -70 84 -58L60 -54L82 -44Q84 -34 70 -34Q40 -32 24 -40Q10 -36 -4 -38Z',
        lin([
          [0, light(body, 0.18)],
          [1, body],
        ]),
      ) +
      path('M30 -54L80 -58L60 -53L80 -45L36 -44Z', '#7a1f26') +
      poly(
        [
          [46, -55],
          [51, -55],
          [48.5, -48],
        ],
        '#fff6e0',
      ) +
      poly(
        [
          [60, -56],
          [65, -56],
          [62.5, -50],
        ],
        '#fff6e0',
      ) +
      poly(
        [
          [54, -44],
          [59, -44],
          [56.5, -50],
        ],
        '#fff6e0',
      ) +
      oval(24, -70, 8, 7, '#fff6e0') +
      oval(26, -69, 4, 4.6, '#1d1a24') +
      wire('M12 -78Q22 -86 36 -78', gold, 5) +
      oval(76, -66, 4, 3, dark(body, 0.4)) +
      path('M4 -86Q-8 -112 -40 -116Q-22 -106 -14 -84Z', gold) +
      path('M14 -88Q8 -116 -16 -130Q4 -114 2 -88Z', light(gold, 0.2)) +
      wire('M78 -60Q104 -66 108 -86M74 -36Q60 -18 70 -2', gold, 3.4) +
      path('M20 -36Q22 -10 8 2Q28 -8 34 -34ZM32 -34Q38 -16 28 -4Q44 -14 46 -33Z', mane),
    s,
  );
}
