// Trams, buses, trains, scooters, bicycles, cranes: wheels at y, facing right.
import { at, circ, dark, each, group, light, lin, line, n, path, poly, rect, round, wire } from './core.ts';

const glassOf = (c: string): string =>
  lin([
    [0, light(c, 0.35)],
    [0.5, c],
    [1, dark(c, 0.2)],
  ]);

/** A modern tram of joined sections seen from the side, 160 units high with its pantograph. */
export function tram(
  x: number,
  y: number,
  s: number,
  body: string,
  trim: string,
  glass = '#44616b',
  sections = 3,
  lit = '',
): string {
  const w = 230;
  const total = sections * w;
  let out = '';
  for (let k = 0; k < sections; k++) {
    const x0 = -total / 2 + k * w;
    const first = k === 0;
    const last = k === sections - 1;
    const shell = last
      ? `M${x0} -112H${x0 + w - 66}Q${x0 + w - 12} -110 ${x0 + w - 4} -44L${x0 + w} -12Q${x0 + w} -6 ${x0 + w - 8} -6H${x0}Z`
      : first
        ? `M${x0 + w} -112H${x0 + 66}Q${x0 + 12} -110 ${x0 + 4} -44L${x0} -12Q${x0} -6 ${x0 + 8} -6H${x0 + w}Z`
        : `M${x0} -112H${x0 + w}V-6H${x0}Z`;
    out += each(2, (i) => circ(x0 + w * (0.3 + i * 0.4), -6, 9, '#26272f'));
    out += path(
      shell,
      lin([
        [0, light(body, 0.35)],
        [0.5, body],
        [1, dark(body, 0.15)],
      ]),
    );
    out += path(
      last
        ? `M${x0} -42H${x0 + w - 4.5}L${x0 + w - 1} -18H${x0}Z`
        : first
          ? `M${x0 + w} -42H${x0 + 4.5}L${x0 + 1} -18H${x0 + w}Z`
          : `M${x0} -42H${x0 + w}V-18H${x0}Z`,
      trim,
    );
    const pane = lit
      ? lin([
          [0, light(lit, 0.3)],
          [1, lit],
        ])
      : glassOf(glass);
    if (last)
      out += path(
        `M${x0 + w - 62} -102H${x0 + w - 58}Q${x0 + w - 22} -98 ${x0 + w - 13} -50H${x0 + w - 62}Z`,
        glassOf(glass),
      );
    if (first) out += path(`M${x0 + 62} -102H${x0 + 58}Q${x0 + 22} -98 ${x0 + 13} -50H${x0 + 62}Z`, glassOf(glass));
    const a = first ? x0 + 70 : x0 + 10;
    const b = last ? x0 + w - 70 : x0 + w - 10;
    const door = (a + b) / 2 - 22;
    out +=
      round(a, -98, door - a - 6, 48, 6, pane) +
      round(door + 50, -98, b - door - 50, 48, 6, pane) +
      round(door, -100, 44, 90, 5, dark(body, 0.12)) +
      rect(door + 3, -96, 18, 80, pane) +
      rect(door + 23, -96, 18, 80, pane);
    out += round(x0 + 40, -122, w - 80, 12, 5, dark(body, 0.3));
    if (k) out += rect(x0 - 6, -110, 12, 102, '#3a3d46');
  }
  out += wire('M-20 -122L14 -142L-8 -164M-34 -165H20', '#3a3d46', 3);
  out += circ(total / 2 - 12, -27, 5, '#fff2c4') + rect(-total / 2 + 6, -8, total - 12, 4, '#2c2e38');
  return at(x, y, out, s);
}

/** A bus from the front, 100 wide and 120 high. */
export function busFront(x: number, y: number, s: number, body: string, glass = '#3f5963', lamp = '#fff2c4'): string {
  return at(
    x,
    y,
    rect(-40, -10, 16, 12, '#23242c') +
      rect(24, -10, 16, 12, '#23242c') +
      wire('M-50 -88q-12 2 -10 18M50 -88q12 2 10 18', '#2c2e38', 3) +
      round(-64, -72, 8, 18, 3, '#2c2e38') +
      round(56, -72, 8, 18, 3, '#2c2e38') +
      path(
        'M-50 -8V-104Q-50 -120 -34 -120H34Q50 -120 50 -104V-8Q50 -4 46 -4H-46Q-50 -4 -50 -8Z',
        lin([
          [0, light(body, 0.3)],
          [0.6, body],
          [1, dark(body, 0.2)],
        ]),
      ) +
      path(
        'M-45 -50V-94Q-45 -100 -39 -100H39Q45 -100 45 -94V-50Q0 -42 -45 -50Z',
        lin([
          [0, light(glass, 0.4)],
          [0.55, glass],
          [1, dark(glass, 0.25)],
        ]),
      ) +
      poly(
        [
          [-30, -99],
          [-8, -99],
          [-26, -48],
          [-44, -50],
          [-44, -62],
        ],
        '#ffffff',
        'opacity="0.16"',
      ) +
      round(-28, -115, 56, 11, 3, '#20222c') +
      each(9, (i) => circ(-20 + i * 5, -109.5, 1.5, i % 4 === 2 ? '#20222c' : '#ffb347')) +
      round(-44, -30, 20, 10, 5, lamp) +
      round(24, -30, 20, 10, 5, lamp) +
      rect(-50, -14, 100, 5, dark(body, 0.35)),
    s,
  );
}

/** A delivery scooter with a box, about 110 long. */
export function scooter(x: number, y: number, s: number, body: string, box: string, dir = 1): string {
  return at(
    x,
    y,
    circ(-34, -14, 14, '#24252d') +
      circ(-34, -14, 6, '#9aa0a8') +
      circ(40, -14, 14, '#24252d') +
      circ(40, -14, 6, '#9aa0a8') +
      path(
        'M-50 -30Q-44 -44 -20 -44L6 -44Q10 -22 24 -20L22 -12L-14 -12Q-18 -28 -34 -30Q-44 -32 -50 -26Z',
        lin([
          [0, light(body, 0.15)],
          [1, dark(body, 0.15)],
        ]),
      ) +
      path('M22 -12Q30 -40 24 -68L32 -70Q42 -44 38 -30Q50 -30 56 -16Q46 -26 36 -24L32 -12Z', body) +
      wire('M26 -68L18 -80M26 -68L36 -76', '#24252d', 4) +
      round(-38, -52, 44, 10, 5, '#2b2a33') +
      circ(36, -60, 6, '#fff2c4') +
      round(-66, -92, 42, 40, 5, box) +
      rect(-36, -92, 12, 40, dark(box, 0.2), 'rx="4"') +
      rect(-66, -76, 42, 5, light(box, 0.5)),
    s,
    0,
    dir,
  );
}

/** A bicycle about 100 long. */
export function bicycle(x: number, y: number, s: number, frame: string, dir = 1, tyre = '#2a2a32'): string {
  const wheel = (cx: number): string =>
    circ(cx, -24, 22, 'none', `stroke="${tyre}" stroke-width="4"`) +
    wire(
      each(
        6,
        (i) =>
          `M${n(cx + Math.cos(i * 0.524) * 20)} ${n(-24 + Math.sin(i * 0.524) * 20)}L${n(cx - Math.cos(i * 0.524) * 20)} ${n(-24 - Math.sin(i * 0.524) * 20)}`,
      ),
      tyre,
      0.7,
      'opacity="0.7"',
    );
  return at(
    x,
    y,
    wheel(-34) +
      wheel(36) +
      wire('M-34 -24L-4 -24L24 -58L-14 -58L-34 -24M-14 -58L-4 -24M36 -24L22 -64L26 -72L34 -72', frame, 4.4) +
      wire('M-17 -66L-14 -58', tyre, 3) +
      round(-26, -70, 20, 5, 2.5, tyre) +
      circ(-4, -24, 6, 'none', `stroke="${tyre}" stroke-width="3"`),
    s,
    0,
    dir,
  );
}

/** A bullet-nosed train from the side: nose to the right at x. */
export function bullet(x: number, y: number, s: number, body: string, band: string, glass: string, cars = 3): string {
  const l = cars * 340;
  return at(
    x,
    y,
    path(
      `M${-l} -104H-150Q-40 -98 0 -34Q6 -18 -12 -10H${-l}Z`,
      lin([
        [0, light(body, 0.4)],
        [0.55, body],
        [1, dark(body, 0.25)],
      ]),
    ) +
      path(
        'M-128 -92Q-70 -86 -42 -60L-112 -60Q-128 -62 -128 -92Z',
        lin([
          [0, light(glass, 0.3)],
          [1, glass],
        ]),
      ) +
      path(`M${-l} -40H-70Q-30 -38 -1 -30L1 -22Q-40 -30 -80 -30H${-l}Z`, band) +
      each(cars * 8, (i) => (-l + 24 + i * 41 < -190 ? round(-l + 24 + i * 41, -84, 28, 26, 6, glass) : '')) +
      each(cars, (k) => rect(-l + k * 340 - 3, -103, 6, 92, dark(body, 0.4))) +
      path('M-24 -34Q-12 -32 -6 -26Q-16 -24 -30 -28Z', '#fff4cf') +
      rect(-l, -10, l - 30, 8, '#2a2c36'),
    s,
  );
}

/** A lattice between two points, for jibs, masts and gantries. */
export function truss(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  w: number,
  color: string,
  bays = 12,
  thick = 3,
): string {
  const d = Math.hypot(x2 - x1, y2 - y1);
  const [nx, ny] = [(-(y2 - y1) / d) * w, ((x2 - x1) / d) * w];
  let zig = `M${n(x1)} ${n(y1)}`;
  for (let i = 1; i <= bays; i++) {
    const t = i / bays;
    zig += `L${n(x1 + (x2 - x1) * t + (i % 2 ? nx : 0))} ${n(y1 + (y2 - y1) * t + (i % 2 ? ny : 0))}`;
  }
  return (
    wire(zig, color, thick * 0.6) +
    line(x1, y1, x2, y2, color, thick) +
    line(x1 + nx, y1 + ny, x2 + nx, y2 + ny, color, thick)
  );
}

/** A ship-to-shore crane, boom over the water to the left. */
export function quayCrane(x: number, y: number, s: number, color: string, dir = 1): string {
  const c = dark(color, 0.15);
  return group(
    rect(-40, -190, 12, 190, color) +
      rect(40, -190, 12, 190, c) +
      line(-34, 0, 46, -90, c, 5) +
      line(-34, -90, 46, -90, color, 8) +
      rect(-48, -8, 28, 10, dark(color, 0.5)) +
      rect(32, -8, 28, 10, dark(color, 0.5)) +
      truss(-260, -190, 130, -190, -16, color, 26, 5) +
      line(-4, -310, -34, -190, color, 8) +
      line(-4, -310, 46, -190, c, 8) +
      line(-4, -310, -240, -204, c, 3) +
      line(-4, -310, -130, -204, c, 3) +
      line(-4, -310, 124, -204, c, 3) +
      rect(60, -186, 56, 34, '#f0e6d4') +
      rect(60, -160, 56, 8, '#c9bfae') +
      rect(-150, -186, 26, 14, dark(color, 0.4)) +
      line(-142, -172, -142, -116, '#38343c', 2) +
      line(-132, -172, -132, -116, '#38343c', 2) +
      rect(-166, -116, 58, 22, '#d06b3a') +
      rect(-166, -101, 58, 7, '#a34f2b'),
    `transform="translate(${x} ${y}) scale(${s * dir} ${s})"`,
  );
}
