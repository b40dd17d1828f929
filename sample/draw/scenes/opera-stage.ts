import { roof } from '../kit/buildings.ts';
import { circ, dark, each, glow, group, H, light, lin, line, n, oval, path, rect, W, wire } from '../kit/core.ts';
import { lantern } from '../kit/landmarks.ts';
import { shadow } from '../kit/people.ts';
import { pine } from '../kit/plants.ts';
import { stars } from '../kit/sky.ts';

/** An opera performer in a robe with water sleeves; 100 units tall, facing right. */
function performer(
  x: number,
  y: number,
  s: number,
  dir: number,
  robe: string,
  trim: string,
  crown: string,
  general: boolean,
): string {
  const flags = general
    ? each(
        4,
        (i) =>
          line(-6, -66, -34 + i * 20, -112 + Math.abs(i - 1.5) * 6, '#7a4a2c', 1.2) +
          path(
            `M${-34 + i * 20} ${-112 + Math.abs(i - 1.5) * 6}q${-10 + i * 6} 6 ${-12 + i * 8} 26q8 -4 ${10} -8Z`,
            i % 2 ? crown : trim,
          ) +
          path(`M${-34 + i * 20} ${-112 + Math.abs(i - 1.5) * 6}l${-3 + i * 2} 14l5 -2Z`, '#fdf3dc'),
      )
    : '';
  const sleeve = general
    ? path('M-8 -70Q-34 -62 -46 -44L-36 -36Q-20 -50 -6 -54Z', robe) +
      path('M-46 -44Q-54 -30 -50 -16L-40 -34Z', '#fdf6e8') +
      path('M8 -70Q34 -74 52 -64L50 -50Q30 -56 8 -54Z', dark(robe, 0.08)) +
      wire('M54 -92L50 -14', '#d9b04a', 2.4) +
      path('M54 -112L60 -94L54 -88L48 -94Z', '#e6ecec') +
      circ(54, -88, 4, '#c8302a')
    : path('M-8 -70Q-30 -70 -44 -84L-36 -92Q-22 -80 -4 -76Z', robe) +
      path(
        'M-40 -88Q-72 -118 -92 -84Q-104 -58 -86 -40Q-92 -64 -78 -80Q-62 -94 -36 -82Z',
        lin([
          [0, '#ffffff'],
          [1, '#e6d3d0'],
        ]),
      ) +
      path('M8 -72Q34 -66 44 -50L34 -44Q24 -54 6 -58Z', dark(robe, 0.06)) +
      path(
        'M42 -52Q66 -40 62 -18Q56 4 80 6Q48 14 46 -14Q48 -32 34 -42Z',
        lin([
          [0, '#ffffff'],
          [1, '#e0cfd0'],
        ]),
      );
  return group(
    flags +
      path(
        'M-11 -74Q0 -80 11 -74L16 -40Q30 -14 34 0H-34Q-28 -16 -16 -40Z',
        lin([
          [0, light(robe, 0.12)],
          [1, dark(robe, 0.15)],
        ]),
      ) +
      path('M4 -76L11 -74L16 -40Q30 -14 34 0H12Q10 -40 4 -76Z', dark(robe, 0.28), 'opacity="0.5"') +
      path('M-3 -76L3 -76L6 0H-6Z', trim) +
      wire('M-33 -4Q0 -10 33 -4', trim, 3.4) +
      wire('M-14 -44Q0 -40 15 -44', crown, 4) +
      each(
        4,
        (i) => circ(-18 + i * 12, -18 + (i % 2) * 4, 3.2, trim) + circ(-18 + i * 12, -18 + (i % 2) * 4, 1.4, crown),
      ) +
      sleeve +
      path('M-9 -74Q0 -66 9 -74L7 -79H-7Z', '#fdf6e8') +
      rect(-2.6, -83, 5.2, 8, '#e0ae8c') +
      oval(1, -91, 7, 9, '#f6dcc6') +
      path('M-2 -95Q3 -97 8 -94Q8 -88 4 -87Q0 -88 -2 -95Z', general ? '#c8302a' : '#f0908a', 'opacity="0.75"') +
      wire('M0 -94Q2 -96 4 -94M5 -94Q6.5 -96 8 -94', '#1d1a24', 1) +
      path('M2 -85.4Q4 -84.4 6 -85.6Q4 -86.6 2 -85.4Z', '#b81f2a') +
      path('M-8 -92Q-9 -103 1 -103Q9 -102 8.4 -96Q2 -99 -4 -95Q-6 -90 -7 -84Q-9 -88 -8 -92Z', '#1d1a24') +
      path('M-10 -97Q-12 -112 1 -114Q13 -112 10 -97Q0 -104 -10 -97Z', crown) +
      each(7, (i) => circ(-9 + i * 3.1, -99 - Math.sin((i / 6) * 3.14) * 5, 2.1, i % 2 ? '#fdf3dc' : trim)) +
      each(
        5,
        (i) =>
          circ(-8 + i * 4.4, -109 - Math.sin((i / 4) * 3.14) * 6, 2.6, i % 2 ? '#4fb0c4' : '#e0402f') +
          circ(-8 + i * 4.4, -109 - Math.sin((i / 4) * 3.14) * 6, 1, '#fdf3dc'),
      ) +
      (general
        ? wire('M-4 -114Q-30 -150 -62 -140M5 -114Q10 -152 -12 -166', '#b8793a', 2.2)
        : wire('M-10 -98L-13 -84M11 -98L13 -86', trim, 1.2)),
    `transform="translate(${n(x)} ${n(y)}) scale(${s * dir} ${s})"`,
  );
}

export function operaStage(): string {
  const heads = each(26, (i) => {
    const [x, y, s] = [20 + (i % 13) * 130 + (i > 12 ? 60 : 0), i > 12 ? 985 : 930, i > 12 ? 50 : 40];
    const c = i > 12 ? '#150f1f' : '#24172b';
    return (
      oval(x, y, s * 0.72, s * 0.86, c) +
      path(
        `M${n(x - s * 1.5)} ${n(y + s * 2.4)}Q${n(x - s * 1.4)} ${n(y + s * 0.9)} ${n(x)} ${n(y + s * 0.8)}Q${n(x + s * 1.4)} ${n(y + s * 0.9)} ${n(x + s * 1.5)} ${n(y + s * 2.4)}Z`,
        c,
      ) +
      (i % 4 === 1 ? circ(x, y - s * 0.95, s * 0.3, c) : '') +
      wire(
        `M${n(x - s * 0.6)} ${n(y - s * 0.4)}Q${n(x)} ${n(y - s * 1.05)} ${n(x + s * 0.6)} ${n(y - s * 0.4)}`,
        '#e88a4a',
        2.4,
        'opacity="0.55"',
      )
    );
  });
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#171434'],
        [0.7, '#3a1f3c'],
        [1, '#1d1228'],
      ]),
    ) +
    stars(90, 300, 4) +
    glow(800, 480, 860, '#ff8a3a', 0.5, 560) +
    rect(
      250,
      250,
      1100,
      560,
      lin([
        [0, '#7a1f26'],
        [0.5, '#c8453a'],
        [1, '#8a2a2c'],
      ]),
    ) +
    rect(
      330,
      290,
      940,
      500,
      lin([
        [0, '#f6cf84'],
        [1, '#e8994f'],
      ]),
    ) +
    path('M330 640Q480 520 620 600Q720 500 860 590Q1000 480 1130 590Q1220 550 1270 590V790H330Z', '#d98a4a') +
    path('M330 700Q520 610 700 680Q900 590 1270 680V790H330Z', '#c9703f') +
    circ(800, 430, 104, '#fff0c0') +
    glow(800, 430, 330, '#fff0c0', 0.6) +
    path(
      'M980 380q30 -26 60 0q40 -14 50 18q30 4 24 26H960q-18 -30 20 -44ZM470 430q24 -22 50 0q34 -12 42 14q26 4 20 22H456q-14 -26 14 -36Z',
      '#fbe3ae',
    ) +
    pine(1190, 790, 420, '#5f7a4a', 4, '#6a3a2c') +
    each(
      7,
      (i) =>
        path(
          `M${250 + i * 17} 250Q${300 + i * 10} 520 ${256 + i * 10} 800H${240 + i * 12}Z`,
          i % 2 ? '#a8262a' : '#c8352f',
        ) +
        path(
          `M${1350 - i * 17} 250Q${1300 - i * 10} 520 ${1344 - i * 10} 800H${1360 - i * 12}Z`,
          i % 2 ? '#a8262a' : '#c8352f',
        ),
    ) +
    rect(
      220,
      790,
      1160,
      44,
      lin([
        [0, '#e2a860'],
        [1, '#a8683a'],
      ]),
    ) +
    rect(220, 830, 1160, 70, '#6a2c2a') +
    each(
      14,
      (i) =>
        rect(236 + i * 82, 840, 66, 50, '#8a3a30') + wire(`M${269 + i * 82} 850l22 15l-22 15l-22 -15Z`, '#e0b04a', 3),
    ) +
    [262, 1298]
      .map(
        (x) =>
          rect(
            x,
            240,
            40,
            570,
            lin(
              [
                [0, '#e0503a'],
                [0.5, '#b8302a'],
                [1, '#7a1c20'],
              ],
              0,
              0,
              1,
              0,
            ),
          ) +
          rect(x - 10, 780, 60, 30, '#8a6a5a') +
          wire(
            `M${x + 2} 320Q${x + 40} 350 ${x + 2} 390Q${x - 4} 420 ${x + 38} 450Q${x + 44} 490 ${x + 4} 520Q${x} 560 ${x + 38} 590Q${x + 40} 630 ${x + 6} 660`,
            '#f0c04a',
            7,
          ),
      )
      .join('') +
    rect(230, 226, 1140, 50, '#2f6a6a') +
    each(
      19,
      (i) =>
        rect(244 + i * 60, 234, 44, 34, i % 2 ? '#d8a03f' : '#c8402f') +
        circ(266 + i * 60, 251, 10, i % 2 ? '#2f6a6a' : '#f0c860'),
    ) +
    each(24, (i) => path(`M${246 + i * 48} 276q12 34 24 0Z`, '#e0b04a')) +
    roof(210, 232, 1180, 200, '#3a4456', 0.5, 0.07) +
    [330, 560, 1040, 1270].map((x) => lantern(x, 350, 76, '#d8342b', '#ffcf70', 40)).join('') +
    path(
      'M716 276H884L1120 800H480Z',
      lin([
        [0, '#fff3c8', 0.4],
        [1, '#fff3c8', 0.08],
      ]),
    ) +
    oval(800, 804, 430, 16, '#fff0c0', 'opacity="0.5"') +
    shadow(620, 806, 110, 0.4) +
    shadow(990, 806, 110, 0.4) +
    performer(600, 802, 3.2, 1, '#e8668a', '#5fb0b8', '#f2c850', false) +
    performer(1000, 802, 3.3, -1, '#2f5fa8', '#e8b83f', '#f2c850', true) +
    heads
  );
}
