import {
  circ,
  dark,
  each,
  fade,
  glow,
  H,
  light,
  lin,
  line,
  n,
  type P,
  path,
  pick,
  poly,
  range,
  rect,
  round,
  W,
  wire,
} from '../kit/core.ts';
import { person, poses, shadow } from '../kit/people.ts';

export function chartEmployment(): string {
  const heights = [300, 336, 322, 368, 404, 392, 446, 490, 538];
  const bar = (i: number): string => {
    const [x, h] = [238 + i * 126, pick(heights, i)];
    const c = pick(
      ['#3f7d8a', '#4f8f92', '#5f9f94', '#86ad86', '#b5b574', '#dcb35c', '#eb9a48', '#e6753a', '#d8502f'],
      i,
    );
    return (
      fade(
        0.2,
        poly(
          [
            [x + 74, 800],
            [x + 74, 800 - h + 30],
            [x + 150, 800 - h * 0.55],
            [x + 190, 800],
          ],
          '#2f4a58',
        ),
      ) +
      rect(
        x,
        800 - h,
        74,
        h,
        lin([
          [0, light(c, 0.12)],
          [1, dark(c, 0.12)],
        ]),
      ) +
      poly(
        [
          [x + 74, 800 - h],
          [x + 96, 800 - h - 18],
          [x + 96, 782],
          [x + 74, 800],
        ],
        dark(c, 0.32),
      ) +
      poly(
        [
          [x, 800 - h],
          [x + 22, 800 - h - 18],
          [x + 96, 800 - h - 18],
          [x + 74, 800 - h],
        ],
        light(c, 0.35),
      ) +
      each(
        Math.floor(h / 46),
        (k) =>
          rect(x + 14, 800 - h + 20 + k * 44, 18, 22, light(c, 0.4), 'opacity="0.45"') +
          rect(x + 42, 800 - h + 20 + k * 44, 18, 22, light(c, 0.4), 'opacity="0.45"'),
      )
    );
  };
  const pts = heights.map((h, i): P => [285 + i * 126, 800 - h - 112 - (i % 2) * 16]);
  const tops = ['#f2b53a', '#2f5a8c', '#e8e0cc', '#c8453a', '#3f8a6a', '#7a5a8c', '#f2b53a', '#2f5a8c', '#e8792f'];
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#f6e6c6'],
        [0.7, '#f0d6a8'],
        [1, '#e2bd88'],
      ]),
    ) +
    glow(1240, 220, 520, '#fff6da', 0.8) +
    circ(1240, 230, 120, '#f7c46a', 'opacity="0.55"') +
    each(6, (i) =>
      line(150, 800 - i * 108, 1450, 800 - i * 108, '#c9a878', 2, 'opacity="0.55" stroke-dasharray="2 12"'),
    ) +
    rect(
      0,
      800,
      W,
      210,
      lin([
        [0, '#3f6672'],
        [1, '#24414f'],
      ]),
    ) +
    rect(0, 796, W, 8, '#2f4f5c') +
    each(9, bar) +
    wire(`M${pts.map((p) => p.map(n).join(' ')).join('L')}`, '#24364f', 9) +
    wire(`M${pts.map((p) => `${n(p[0])} ${n(p[1] - 3)}`).join('L')}`, '#4f6a85', 3) +
    pts.map(([x, y], i) => circ(x, y, 15, '#fdf6e4') + circ(x, y, 9, i === 8 ? '#d8402f' : '#24364f')).join('') +
    path(
      `M${n(pick(pts, 8)[0] + 20)} ${n(pick(pts, 8)[1] - 20)}l64 -52l-12 -12l50 -14l-8 52l-14 -12l-62 52Z`,
      '#d8402f',
    ) +
    range(9)
      .map((i) => {
        const x = 275 + i * 126;
        return (
          shadow(x, 926, 36, 0.35) +
          person({
            x,
            y: 924,
            h: 190,
            dir: 1,
            pose:
              i % 2
                ? poses.walk
                : { ...poses.walk, near: [24, 26], far: [-24, 14], legNear: [-20, -16], legFar: [24, -6] },
            top: pick(tops, i),
            bottom: '#1d2f3f',
            style: pick(['hard', 'bob', 'short', 'chef', 'pony', 'cap', 'helmet', 'bun', 'hard'] as const, i),
            hat: ['#f4efe4', '', '', '', '', '#f4efe4', '#f2d04a', '', '#f2d04a'][i] || '#f4efe4',
            wear: i === 1 || i === 7 ? 'skirt' : i === 3 ? 'apron' : 'trousers',
            trim: '#fdf6e6',
          })
        );
      })
      .join('') +
    round(356, 842, 40, 32, 5, '#8a5a3c') +
    round(860, 838, 42, 34, 5, '#c8863f')
  );
}
