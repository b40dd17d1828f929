import { circ, dark, each, fade, glow, H, lin, oval, path, pick, poly, rect, rows, W, wire } from '../kit/core.ts';
import { hands, type Person, person, skins } from '../kit/people.ts';
import { vase } from '../kit/props.ts';

export function kilnPottery(): string {
  const potter: Person = {
    x: 690,
    y: 790,
    h: 560,
    anchor: 'hip',
    pose: { near: [44, 34], far: [34, 48], legNear: [76, -72], legFar: [84, -84], lean: 20, nod: 14 },
    top: '#3f5a68',
    bottom: '#3a3444',
    wear: 'trousers',
    skin: skins[1],
    style: 'cap',
    hat: '#7a5a44',
  };
  const jar = (x: number, y: number, s: number, k: number): string =>
    vase(
      x,
      y,
      s,
      pick(['#a85a3a', '#5f8a86', '#c99a62', '#6f5a4a', '#d9c6a0'], k % 5),
      pick(['#f0d0a0', '#e6efe0', '#7a4a30', '#d9a05a', '#8a4a34'], k % 5),
    );
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#2a1c24'],
        [0.6, '#5f3428'],
        [1, '#3a2222'],
      ]),
    ) +
    each(7, (i) => rect(0, 60 + i * 92, W, 3, '#4a2c28', 'opacity="0.6"')) +
    each(9, (i) => rect(i * 190 + 30, 0, 18, 760, '#3a2422')) +
    poly(
      [
        [-20, 0],
        [1620, 0],
        [1620, 60],
        [-20, 90],
      ],
      '#1f151d',
    ) +
    glow(1110, 560, 640, '#ff8a3a', 0.75) +
    path(
      'M760 800V470Q770 210 1110 200Q1450 210 1460 470V800Z',
      lin([
        [0, '#a8553a'],
        [1, '#5f2f28'],
      ]),
    ) +
    wire(
      each(8, (j) => `M${770 + (j < 3 ? (3 - j) * 36 : 0)} ${260 + j * 66}H${1450 - (j < 3 ? (3 - j) * 36 : 0)}`) +
        each(40, (i) => `M${790 + (i % 10) * 70 + (Math.floor(i / 10) % 2) * 34} ${330 + Math.floor(i / 10) * 132}v62`),
      '#4a2422',
      4,
      'opacity="0.7"',
    ) +
    path('M930 800V560Q940 400 1110 394Q1280 400 1290 560V800Z', '#3a1a1a') +
    path(
      'M956 800V570Q964 426 1110 420Q1256 426 1264 570V800Z',
      lin([
        [0, '#ffdf7a'],
        [0.4, '#ff9a3a'],
        [1, '#e0481f'],
      ]),
    ) +
    glow(1110, 640, 230, '#fff6c0', 0.9) +
    each(7, (i) =>
      path(
        `M${970 + i * 42} 800Q${950 + i * 42} ${690 - (i % 3) * 40} ${992 + i * 42} ${600 - (i % 2) * 60}Q${1010 + i * 42} ${700} ${1016 + i * 42} 800Z`,
        pick(['#fff0a0', '#ffb84a', '#ff7a2a'], i % 3),
        'opacity="0.8"',
      ),
    ) +
    rows([1030, 780, 110, 0], [1110, 790, 150, 2], [1190, 782, 120, 0])
      .map(([x, y, s]) => vase(x, y, s, '#8f2f1a', '#ffb04a'))
      .join('') +
    each(
      3,
      (j) =>
        rect(70, 290 + j * 150, 420, 16, '#7a4a32') +
        rect(70, 304 + j * 150, 420, 8, '#4a2a22') +
        each(5, (i) => jar(116 + i * 82, 290 + j * 150, 84 + ((i * 3 + j) % 3) * 22, i * 2 + j)),
    ) +
    rect(60, 150, 16, 620, '#5f3626') +
    rect(484, 150, 16, 620, '#5f3626') +
    rect(
      0,
      780,
      W,
      230,
      lin([
        [0, '#7a4630'],
        [1, '#331f22'],
      ]),
    ) +
    path('M930 800H1290L1560 1000H620Z', '#ff9a4a', 'opacity="0.3"') +
    glow(980, 800, 420, '#ff9a4a', 0.4, 90) +
    fade(0.4, oval(740, 918, 280, 26, '#160c14')) +
    rect(590, 790, 170, 24, '#8a5a3a') +
    rect(606, 814, 16, 96, '#6a4029') +
    rect(730, 814, 16, 96, '#6a4029') +
    person(potter) +
    oval(930, 800, 120, 24, '#c9a27a') +
    oval(930, 794, 120, 24, '#e0bd92') +
    rect(912, 806, 36, 100, '#5a4238') +
    oval(930, 910, 90, 18, '#4a342e') +
    vase(930, 794, 190, '#c9744a', '#e89a6a') +
    (() => {
      const [a, b] = hands(potter);
      return circ(a[0], a[1], 15, skins[1]) + circ(b[0], b[1], 14, dark(skins[1], 0.1));
    })() +
    jar(1370, 940, 210, 1) +
    jar(1490, 970, 260, 0) +
    jar(240, 960, 250, 2) +
    jar(120, 930, 190, 3) +
    jar(380, 980, 150, 4) +
    each(26, (i) =>
      circ(960 + ((i * 97) % 320), 240 + ((i * 61) % 420), 2 + (i % 3), '#ffcf6a', `opacity="${0.3 + (i % 5) * 0.12}"`),
    )
  );
}
