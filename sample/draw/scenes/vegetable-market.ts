import {
  circ,
  dark,
  each,
  glow,
  group,
  H,
  lin,
  line,
  mix,
  n,
  oval,
  path,
  pick,
  poly,
  rect,
  rng,
  W,
  wire,
} from '../kit/core.ts';
import { person, skins } from '../kit/people.ts';

export function vegetableMarket(): string {
  const heap = (x: number, y: number, w: number, kind: number): string => {
    const r = rng(x + kind);
    const cols = pick(
      [
        ['#d8402f', '#e8654a'],
        ['#5f9e45', '#87bd5a'],
        ['#6b3f7a', '#8a5a99'],
        ['#ef9a2e', '#f7b95a'],
        ['#f1ead6', '#dfe8c0'],
        ['#3f7d3f', '#5a9a4d'],
        ['#f0cf4a', '#f7e07f'],
      ],
      kind,
    );
    const items = each(26, (i) => {
      const rowN = i < 11 ? 0 : i < 20 ? 1 : 2;
      const per = pick([11, 9, 6], rowN);
      const k = i - pick([0, 11, 20], rowN);
      const px = x + (k - (per - 1) / 2) * (w / 11.5) + (r() - 0.5) * 5;
      const py = y - 8 - rowN * w * 0.06 - r() * 4;
      if (kind === 2)
        return group(
          oval(0, 0, w * 0.036, w * 0.085, r() > 0.5 ? pick(cols, 0) : pick(cols, 1)) +
            rect(-4, -w * 0.1, 8, 9, '#5f8a45'),
          `transform="translate(${n(px)} ${n(py)}) rotate(${n(60 + r() * 50)})"`,
        );
      if (kind === 5 || kind === 4)
        return (
          path(
            `M${n(px - 13)} ${n(py + 6)}Q${n(px - 22)} ${n(py - 30)} ${n(px)} ${n(py - 34)}Q${n(px + 22)} ${n(py - 30)} ${n(px + 13)} ${n(py + 6)}Z`,
            kind === 5 ? pick(cols, i % 2) : '#86b457',
          ) + oval(px, py + 2, 9, 13, kind === 5 ? '#dfe9c2' : '#f6f1de')
        );
      return (
        circ(px, py, w * 0.052, dark(pick(cols, 0), 0.15)) +
        circ(px - 2, py - 2, w * 0.043, pick(cols, i % 2)) +
        circ(px - w * 0.016, py - w * 0.02, w * 0.012, '#ffffff', 'opacity="0.5"') +
        (kind === 0 ? path(`M${n(px - 5)} ${n(py - w * 0.045)}l5 4l5 -4l-5 -5Z`, '#4c7a3c') : '')
      );
    });
    return (
      items +
      poly(
        [
          [x - w * 0.56, y - 10],
          [x + w * 0.56, y - 10],
          [x + w * 0.5, y + w * 0.2],
          [x - w * 0.5, y + w * 0.2],
        ],
        '#b98a55',
      ) +
      wire(
        each(5, (i) => `M${n(x - w * 0.54 + i * 2)} ${n(y + i * w * 0.045)}h${n(w * 1.08 - i * 4)}`) +
          each(10, (i) => `M${n(x - w * 0.48 + i * w * 0.107)} ${n(y - 8)}v${n(w * 0.2)}`),
        '#8f6538',
        2,
      )
    );
  };
  const bg = each(
    5,
    (i) =>
      rect(i * 330 - 40, 200, 300, 420, i % 2 ? '#b9865c' : '#a87752') +
      rect(i * 330 - 20, 330, 260, 180, '#6f4a3e') +
      each(4, (k) =>
        rect(
          i * 330 - 14 + k * 64,
          440,
          54,
          60,
          pick(['#7fa35a', '#c8694a', '#d9a54a', '#8c6a8a'], (k + i) % 4),
          'opacity="0.75"',
        ),
      ),
  );
  const awn = (x: number, w: number, a: string): string =>
    each(
      10,
      (i) =>
        poly(
          [
            [x + (i * w) / 10, 196],
            [x + ((i + 1) * w) / 10, 196],
            [x + ((i + 1) * w) / 10 + (i - 4) * 4, 306],
            [x + (i * w) / 10 + (i - 5) * 4, 306],
          ],
          i % 2 ? '#f7ead0' : a,
        ) + circ(x + ((i + 0.5) * w) / 10 + (i - 4.5) * 4, 306, w / 20 + 1, i % 2 ? '#e6d4b4' : dark(a, 0.12)),
    );
  const crowd = each(7, (i) =>
    person({
      x: pick([120, 300, 500, 1060, 1240, 1400, 1530], i),
      y: 640,
      h: 250,
      view: i % 2 ? 'front' : 'back',
      top: mix(pick(['#3f6f8c', '#a8443a', '#54784a', '#c98a3a', '#4a5490', '#a04a6a', '#3f807a'], i), '#b9865c', 0.25),
      bottom: '#54424a',
      skin: mix(pick(skins, i % 4), '#b9865c', 0.25),
      style: pick(['bob', 'short', 'pony', 'bun', 'short', 'bob', 'short'] as const, i),
    }),
  );
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#f6d9a0'],
        [0.5, '#eab877'],
        [1, '#b9764a'],
      ]),
    ) +
    each(9, (i) =>
      poly(
        [
          [i * 200 - 60, 0],
          [i * 200 + 50, 0],
          [i * 200 - 30, 190],
          [i * 200 - 140, 190],
        ],
        '#fff3cf',
        'opacity="0.45"',
      ),
    ) +
    rect(0, 60, W, 16, '#8f5f45') +
    rect(0, 176, W, 12, '#8f5f45') +
    each(9, (i) => rect(i * 200 + 40, 0, 14, 200, '#8f5f45')) +
    bg +
    rect(
      0,
      600,
      W,
      420,
      lin([
        [0, '#c08a5c'],
        [1, '#7a4a3a'],
      ]),
    ) +
    crowd +
    awn(-60, 560, '#3f8a6a') +
    awn(530, 560, '#d8492f') +
    awn(1120, 560, '#e0962f') +
    [280, 800, 1330]
      .map(
        (x) =>
          line(x, 0, x, 330, '#5d3f34', 4) +
          path(`M${x - 46} 362Q${x} 300 ${x + 46} 362Z`, '#b03a2a') +
          circ(x, 364, 15, '#fff4c8') +
          glow(x, 380, 210, '#ffe3a0', 0.7),
      )
      .join('') +
    person({
      x: 640,
      y: 930,
      h: 430,
      pose: { near: [62, 24], far: [40, 40], legNear: [4, 0], legFar: [-4, 0], lean: 5 },
      top: '#2f6d7c',
      bottom: '#30384f',
      wear: 'apron',
      trim: '#f0e2c8',
      style: 'bun',
      hair: '#3a3238',
    }) +
    person({
      x: 1010,
      y: 950,
      h: 440,
      dir: -1,
      pose: { near: [54, 34], far: [22, 62], legNear: [4, 0], legFar: [-6, 0], lean: 4 },
      top: '#c8453a',
      bottom: '#3d3550',
      wear: 'skirt',
      style: 'bob',
    }) +
    path('M842 700q-24 -8 -20 -44q20 -16 40 2q6 34 -20 42Z', '#5a9a4d') +
    path('M836 704q-2 -24 4 -40q8 22 4 40Z', '#e6efcf') +
    rect(-20, 800, 1640, 220, '#8a5a3c') +
    rect(-20, 792, 1640, 18, '#c99560') +
    rect(-20, 810, 1640, 14, '#6a422f') +
    [100, 305, 510, 715, 920, 1125, 1330, 1535]
      .map((x, i) => heap(x, 792, 180, pick([5, 0, 3, 4, 2, 6, 1, 0], i)))
      .join('') +
    [200, 460, 720, 980, 1240, 1500].map((x, i) => heap(x, 936, 220, pick([3, 4, 1, 6, 0, 5], i))).join('')
  );
}
