import {
  circ,
  dark,
  each,
  fade,
  fractal,
  glow,
  H,
  lin,
  line,
  n,
  type P,
  path,
  pick,
  range,
  rect,
  W,
  wire,
} from '../kit/core.ts';
import { person, poses } from '../kit/people.ts';
import { tram } from '../kit/vehicles.ts';

export function chartTransit(): string {
  const pts = (seed: number, base: number, rise: number, amp: number): P[] =>
    range(13).map((i): P => [190 + i * 101, base - (i / 12) ** 1.2 * rise - fractal(i * 0.6, seed, 3) * amp]);
  const lines: [P[], string][] = [
    [pts(3, 560, 90, 60), '#e8b03f'],
    [pts(9, 620, 230, 70), '#4fb5a6'],
    [pts(15, 650, 420, 70), '#f2643a'],
  ];
  const smooth = (p: P[]): string =>
    p.slice(1).reduce(
      (d, [x, y], i) => {
        const [px, py] = pick(p, i);
        const m = (px + x) / 2;
        return `${d}C${n(m)} ${n(py)} ${n(m)} ${n(y)} ${n(x)} ${n(y)}`;
      },
      `M${pick(p, 0).map(n).join(' ')}`,
    );
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#143048'],
        [0.7, '#1f4a5f'],
        [1, '#173648'],
      ]),
    ) +
    glow(1180, 240, 640, '#3f8a92', 0.55) +
    fade(
      0.16,
      wire(
        'M-20 150H420L560 290V520L700 660H1620M200 -20V220L360 380H900L1080 200V-20M-20 560H260L420 400M1300 -20V300L1120 480V700M900 380L1060 540H1620',
        '#bfe6e0',
        15,
      ),
    ) +
    each(12, (i) =>
      circ(
        pick([200, 360, 560, 700, 900, 1080, 1300, 1120, 260, 1060, 420, 1460], i),
        pick([150, 380, 400, 660, 380, 200, 200, 560, 560, 540, 150, 540], i),
        13,
        '#2f6272',
      ),
    ) +
    each(6, (i) =>
      line(160, 720 - i * 106, 1440, 720 - i * 106, '#5f8f9c', 2, 'opacity="0.5" stroke-dasharray="2 12"'),
    ) +
    each(13, (i) => {
      const h = 70 + i * 9 + ((i * 37) % 40);
      return (
        rect(
          168 + i * 101,
          720 - h,
          44,
          h,
          lin([
            [0, '#4f8c9c'],
            [1, '#2a5a6c'],
          ]),
        ) + rect(168 + i * 101, 720 - h, 44, 5, '#8fc8cc')
      );
    }) +
    path(
      `${smooth(pick(lines, 2)[0])}L1402 720L190 720Z`,
      lin([
        [0, '#f2643a', 0.42],
        [1, '#f2643a', 0.02],
      ]),
    ) +
    lines
      .map(
        ([p, c], k) =>
          wire(smooth(p), dark(c, 0.5), 17, 'opacity="0.4" transform="translate(4 9)"') +
          wire(smooth(p), c, 12) +
          p
            .filter((_, i) => i % 2 === 0 || k === 2)
            .map(([x, y]) => circ(x, y, 15, '#fdf6e4') + circ(x, y, 8, c))
            .join(''),
      )
      .join('') +
    glow(pick(pick(lines, 2)[0], 12)[0], pick(pick(lines, 2)[0], 12)[1], 130, '#ffcf8a', 0.8) +
    circ(pick(pick(lines, 2)[0], 12)[0], pick(pick(lines, 2)[0], 12)[1], 30, '#fdf6e4') +
    circ(pick(pick(lines, 2)[0], 12)[0], pick(pick(lines, 2)[0], 12)[1], 18, '#f2643a') +
    rect(150, 718, 1300, 5, '#8fc8cc') +
    rect(
      0,
      850,
      W,
      160,
      lin([
        [0, '#2f5464'],
        [1, '#16303f'],
      ]),
    ) +
    rect(0, 846, W, 6, '#8fb5b5') +
    tram(760, 842, 0.92, '#f6ecd4', '#f2643a', '#3f6a74', 3) +
    each(9, (i) =>
      person({
        x: 110 + i * 38 + (i > 4 ? 960 : 0),
        y: 872,
        h: 86,
        pose: i % 2 ? poses.stand : poses.phone,
        dir: i > 4 ? -1 : 1,
        top: pick(['#4fb5a6', '#e8b03f', '#f2643a', '#dfe6e0'], i % 4),
        bottom: '#10242f',
        style: pick(['short', 'bob', 'pony', 'bun'] as const, i % 4),
      }),
    ) +
    each(24, (i) => rect(i * 70, 920, 40, 6, '#8fb5b5', 'opacity="0.5"'))
  );
}
