import { trawler } from '../kit/boats.ts';
import {
  circ,
  clip,
  closed,
  each,
  fractal,
  glow,
  group,
  H,
  lin,
  line,
  n,
  open,
  oval,
  type P,
  path,
  pick,
  poly,
  range,
  rect,
  rng,
  rows,
  W,
  wire,
} from '../kit/core.ts';

export function mapDistricts(): string {
  const r = rng(6);
  const coast = (): P[] =>
    range(40).map(
      (i): P => [
        1030 + fractal(i * 0.32, 5, 4) * 170 + Math.sin(i * 0.17 + 0.8) * 90 + (i / 39 - 0.5) * 120,
        -20 + i * 27,
      ],
    );
  const shore = coast();
  const land = `M-20 -20L${shore.map((p) => p.map(n).join(' ')).join('L')}L-20 1020Z`;
  const seeds: P[] = [
    [180, 180],
    [470, 130],
    [760, 170],
    [960, 90],
    [260, 430],
    [600, 350],
    [860, 400],
    [1000, 300],
    [140, 700],
    [440, 640],
    [720, 610],
    [930, 640],
    [250, 900],
    [590, 880],
    [860, 880],
    [1050, 850],
  ];
  const tones = [
    '#e9c98f',
    '#d9a070',
    '#a9bf8a',
    '#e6b07a',
    '#8fb59a',
    '#f0d9a8',
    '#d8694a',
    '#e8c07a',
    '#b5c58f',
    '#f2dcb0',
    '#e09a62',
    '#a3bfa0',
    '#d9b580',
    '#c4cf9a',
    '#ecd0a0',
    '#dba878',
  ];
  const river = (o: number): P[] =>
    range(30).map((i): P => [-20 + i * 40, 500 + Math.sin(i * 0.36) * 90 + fractal(i * 0.4, 23, 2) * 40 + o]);
  // Each district is the half-plane cell of its seed, with its borders bent by noise.
  const cell = (k: number): P[] => {
    const [sx, sy] = pick(seeds, k);
    return range(90).map((i): P => {
      const a = (i / 90) * Math.PI * 2;
      let best = 900;
      seeds.forEach(([x, y], j) => {
        if (j === k) return;
        const [dx, dy] = [x - sx, y - sy];
        const dot = Math.cos(a) * dx + Math.sin(a) * dy;
        if (dot > 1) best = Math.min(best, (dx * dx + dy * dy) / 2 / dot);
      });
      return [sx + Math.cos(a) * best, sy + Math.sin(a) * best];
    });
  };
  const streets = each(26, () => {
    const [x, y, a] = [r() * 1100, r() * 1000, r() * 3];
    return wire(`M${n(x)} ${n(y)}l${n(Math.cos(a) * 260)} ${n(Math.sin(a) * 260)}`, '#fff6e0', 3, 'opacity="0.55"');
  });
  const blocks = each(150, () => {
    const [x, y] = [620 + (r() + r() - 1) * 420, 470 + (r() + r() - 1) * 360];
    const s = 9 + r() * 15;
    return rect(
      x,
      y,
      s,
      s * (0.6 + r() * 0.6),
      '#a8603f',
      `opacity="${n(0.2 + r() * 0.25)}" transform="rotate(${n(r() * 30 - 10)} ${n(x)} ${n(y)})"`,
    );
  });
  const woods = each(80, () => {
    const [x, y] = [r() * 520 - 10, r() > 0.5 ? r() * 330 : 690 + r() * 320];
    const s = 9 + r() * 11;
    return (
      oval(x + 3, y + s * 0.7, s, s * 0.4, '#4a5f3a', 'opacity="0.3"') +
      circ(x, y, s, '#6f9a62') +
      circ(x - s * 0.25, y - s * 0.3, s * 0.6, '#8fb878')
    );
  });
  const isle = (x: number, y: number, s: number, seed: number): string => {
    const b = range(16).map((i): P => {
      const a = (i / 16) * 6.283;
      const q = s * (0.8 + fractal(i * 0.9, seed, 3) * 0.3);
      return [x + Math.cos(a) * q * 1.3, y + Math.sin(a) * q];
    });
    return (
      path(closed(b.map(([a, c]): P => [x + (a - x) * 1.45, y + (c - y) * 1.45])), '#7fc0c4', 'opacity="0.6"') +
      path(closed(b.map(([a, c]): P => [a + 5, c + 9])), '#1d5568', 'opacity="0.45"') +
      path(closed(b), '#e2c48c') +
      path(closed(b.map(([a, c]): P => [x + (a - x) * 0.72, y + (c - y) * 0.72])), '#8fb57f')
    );
  };
  const stations: P[] = [
    [300, 250],
    [470, 330],
    [640, 400],
    [760, 470],
    [860, 560],
    [880, 690],
    [800, 800],
  ];
  const second: P[] = [
    [330, 760],
    [500, 690],
    [640, 610],
    [760, 470],
    [900, 360],
    [960, 220],
  ];
  return (
    rect(
      0,
      0,
      W,
      H,
      lin(
        [
          [0, '#3f97a6'],
          [1, '#1d5f78'],
        ],
        0,
        0,
        1,
        0.4,
      ),
    ) +
    [150, 100, 54]
      .map((o, i) =>
        path(
          `M-20 -20L${shore.map(([x, y]) => `${n(x + o + fractal(y / 90, 40 + i, 2) * 16)} ${n(y)}`).join('L')}L-20 1020Z`,
          pick(['#4aa3ac', '#66b5b8', '#8fcac4'], i),
          'opacity="0.7"',
        ),
      )
      .join('') +
    each(60, () => {
      const [x, y] = [1120 + r() * 480, r() * 1000];
      return wire(`M${n(x)} ${n(y)}q10 -8 20 0t20 0`, '#dff0e6', 2.4, 'opacity="0.35"');
    }) +
    group(path(land, '#123f50'), 'opacity="0.4" transform="translate(10 14)"') +
    path(land, '#e9c98f') +
    clip(
      `<path d="${land}"/>`,
      seeds.map((_, k) => poly(cell(k), pick(tones, k))).join('') +
        glow(760, 480, 420, '#fff3cf', 0.5) +
        streets +
        blocks +
        woods +
        seeds
          .map(
            (_, k) =>
              wire(
                `M${cell(k)
                  .map((p) => p.map(n).join(' '))
                  .join('L')}Z`,
                '#fff8e6',
                6,
                'opacity="0.95"',
              ) +
              wire(
                `M${cell(k)
                  .map((p) => p.map(n).join(' '))
                  .join('L')}Z`,
                '#a8653f',
                2,
                'stroke-dasharray="10 8"',
              ),
          )
          .join('') +
        wire(open(river(5)), '#2f6a78', 66, 'opacity="0.35"') +
        wire(open(river(0)), '#8fcac4', 62) +
        wire(open(river(0)), '#4aa3ac', 48) +
        wire(open(river(-6)), '#a3dcd6', 4, 'opacity="0.7"') +
        wire('M380 -20Q420 200 350 470', '#8fcac4', 22) +
        wire('M380 -20Q420 200 350 470', '#4aa3ac', 14),
    ) +
    wire(`M${shore.map((p) => p.map(n).join(' ')).join('L')}`, '#fff3d6', 7) +
    wire(`M${stations.map((p) => p.join(' ')).join('L')}`, '#fffaf0', 17) +
    wire(`M${stations.map((p) => p.join(' ')).join('L')}`, '#d8342b', 10) +
    wire(`M${second.map((p) => p.join(' ')).join('L')}`, '#fffaf0', 17) +
    wire(`M${second.map((p) => p.join(' ')).join('L')}`, '#24507a', 10) +
    rows(...stations, ...second)
      .map(([x, y]) => circ(x, y, 12, '#fffaf0') + circ(x, y, 12, 'none', 'stroke="#2a2f40" stroke-width="4"'))
      .join('') +
    line(630, 452, 668, 558, '#fff8e6', 12) +
    line(630, 452, 668, 558, '#8a5a3c', 5) +
    isle(1330, 300, 62, 3) +
    isle(1440, 470, 40, 9) +
    isle(1260, 620, 48, 14) +
    isle(1490, 760, 74, 21) +
    trawler(1290, 470, 0.5, '#c8452f', '#f6ecd8', -1) +
    trawler(1400, 880, 0.56, '#2a4a6a', '#f6ecd8', 1) +
    wire(
      'M1090 520Q1200 560 1270 480M1420 860Q1480 640 1400 560',
      '#f4fbf0',
      4,
      'stroke-dasharray="3 13" opacity="0.8"',
    ) +
    path('M760 470C700 400 690 340 760 336C830 340 820 400 760 470Z', '#d8342b') +
    path('M760 470C800 410 826 350 760 336C830 340 820 400 760 470Z', '#8a1f22', 'opacity="0.45"') +
    circ(760, 384, 22, '#fffaf0') +
    group(
      circ(0, 0, 66, '#fff3d6', 'opacity="0.9"') +
        poly(
          [
            [0, -92],
            [15, -14],
            [0, 0],
            [-15, -14],
          ],
          '#d8342b',
        ) +
        poly(
          [
            [0, 92],
            [15, 14],
            [0, 0],
            [-15, 14],
          ],
          '#2a4a5f',
        ) +
        poly(
          [
            [-80, 0],
            [-13, 13],
            [0, 0],
            [-13, -13],
          ],
          '#2a4a5f',
        ) +
        poly(
          [
            [80, 0],
            [13, 13],
            [0, 0],
            [13, -13],
          ],
          '#2a4a5f',
        ) +
        circ(0, 0, 66, 'none', 'stroke="#2a4a5f" stroke-width="4"'),
      'transform="translate(1470 150) scale(0.82)"',
    )
  );
}
