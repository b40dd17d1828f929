import { circ, each, glow, H, lin, line, n, oval, path, pick, rect, round, W, wire } from '../kit/core.ts';
import { lantern } from '../kit/landmarks.ts';
import { hands, type Person, person, skins } from '../kit/people.ts';
import { bowl, pendant, steam } from '../kit/props.ts';

export function noodleShop(): string {
  const chef: Person = {
    x: 800,
    y: 800,
    h: 640,
    view: 'front',
    pose: { near: [62, 70], far: [62, 70], legNear: [0, 0], legFar: [0, 0] },
    top: '#fbf5ea',
    bottom: '#3a3f50',
    style: 'chef',
    wear: 'apron',
    trim: '#b8402f',
  };
  const [a, b] = hands(chef);
  const noodles = each(13, (i) =>
    wire(
      `M${n(a[0] + 4)} ${n(a[1] + (i - 6) * 1.6)}Q${n((a[0] + b[0]) / 2)} ${n(a[1] + 60 + i * 13)} ${n(b[0] - 4)} ${n(b[1] + (i - 6) * 1.6)}`,
      i % 2 ? '#f7dfa0' : '#e9c67a',
      5,
    ),
  );
  const eater = (x: number, o: Partial<Person>): string =>
    person({
      x,
      y: 900,
      h: 560,
      anchor: 'hip',
      view: 'back',
      pose: { near: [26, -46], far: [26, -46], legNear: [0, 0], legFar: [0, 0] },
      ...o,
    }) +
    round(x - 70, 900, 140, 26, 10, '#7a4a30') +
    rect(x - 12, 926, 24, 90, '#4a2f26');
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#4a2524'],
        [0.5, '#a8582f'],
        [1, '#5a2c26'],
      ]),
    ) +
    rect(
      120,
      110,
      1360,
      520,
      lin([
        [0, '#e8a552'],
        [0.6, '#f6c878'],
        [1, '#c97a3a'],
      ]),
    ) +
    each(18, (i) => line(120 + i * 80, 110, 120 + i * 80, 630, '#c98a45', 2.5, 'opacity="0.6"')) +
    each(
      2,
      (j) =>
        rect(160, 260 + j * 130, 400, 12, '#7a4428') +
        rect(1040, 260 + j * 130, 400, 12, '#7a4428') +
        each(
          6,
          (i) =>
            bowl(196 + i * 66, 260 + j * 130, 56, pick(['#f4ecdc', '#d8e2e0', '#efe0c0'], i % 3), '#d9cbb0') +
            bowl(1076 + i * 66, 260 + j * 130, 56, pick(['#efe0c0', '#f4ecdc', '#d8e2e0'], i % 3), '#d9cbb0'),
        ) +
        each(6, (i) => bowl(196 + i * 66, 241 + j * 130, 56, '#f6f0e2', '#d9cbb0')),
    ) +
    each(
      5,
      (i) =>
        round(590 + i * 90, 130, 60, 130, 4, i % 2 ? '#b8352a' : '#f6e6c4') +
        each(3, (k) => rect(608 + i * 90, 150 + k * 34, 24, 18, i % 2 ? '#e8b552' : '#b8352a', 'opacity="0.7"')),
    ) +
    glow(800, 430, 520, '#fff0b8', 0.6) +
    pendant(420, 190, 84, '#b8352a', '#ffe9a8') +
    pendant(1180, 190, 84, '#b8352a', '#ffe9a8') +
    person(chef) +
    noodles +
    circ(a[0], a[1], 15, skins[0]) +
    circ(b[0], b[1], 15, skins[0]) +
    round(
      200,
      560,
      300,
      120,
      20,
      lin(
        [
          [0, '#8f979c'],
          [0.4, '#d3d9d8'],
          [1, '#6a7278'],
        ],
        0,
        0,
        1,
        0,
      ),
    ) +
    oval(350, 560, 150, 26, '#4f555c') +
    oval(350, 562, 136, 20, '#f0d9a0') +
    round(
      1110,
      560,
      300,
      120,
      20,
      lin(
        [
          [0, '#8f979c'],
          [0.4, '#d3d9d8'],
          [1, '#6a7278'],
        ],
        0,
        0,
        1,
        0,
      ),
    ) +
    oval(1260, 560, 150, 26, '#4f555c') +
    oval(1260, 562, 136, 20, '#c8693a') +
    steam(350, 540, 260, '#fff6e0', 0.6) +
    steam(1260, 540, 260, '#fff6e0', 0.6) +
    glow(350, 430, 190, '#fff6e0', 0.3) +
    glow(1260, 430, 190, '#fff6e0', 0.3) +
    rect(
      60,
      664,
      1480,
      40,
      lin([
        [0, '#e2b078'],
        [1, '#b57a45'],
      ]),
    ) +
    rect(60, 700, 1480, 150, '#6a3a28') +
    each(19, (i) => rect(66 + i * 78, 706, 70, 140, i % 2 ? '#7a4630' : '#70402c')) +
    each(5, (i) => {
      const x = 250 + i * 275;
      return (
        bowl(x, 668, 130, '#f8f2e4', '#d98a3a') +
        wire(`M${x - 40} 628q20 -12 40 0t40 0M${x - 30} 622q20 -10 34 0t30 2`, '#f7e2a8', 5) +
        circ(x + 20, 622, 9, '#5f9a4a') +
        circ(x - 6, 619, 7, '#b8402f') +
        steam(x, 606, 100, '#fff8e8', 0.55)
      );
    }) +
    line(520, 640, 620, 600, '#7a3a26', 5) +
    line(524, 650, 624, 612, '#7a3a26', 5) +
    eater(390, { top: '#2f5f80', bottom: '#26304c' }) +
    eater(800, { top: '#c8a24a', bottom: '#3a2f4a', style: 'bun' }) +
    eater(1210, { top: '#54745a', bottom: '#2a2c3c', style: 'cap', hat: '#34503f' }) +
    path(
      'M-10 0H1610V90Q1560 150 1500 92Q1440 150 1380 92Q1320 150 1260 92Q1200 150 1140 92Q1080 150 1020 92Q960 150 900 92Q840 150 780 92Q720 150 660 92Q600 150 540 92Q480 150 420 92Q360 150 300 92Q240 150 180 92Q120 150 60 92Q30 130 -10 92Z',
      '#23305a',
    ) +
    each(14, (i) => wire(`M${i * 120 + 4} 50q28 -26 56 0t56 0`, '#f4ecdc', 5, 'opacity="0.7"')) +
    rect(0, 90, 60, 920, '#3a1f1e') +
    rect(1540, 90, 60, 920, '#3a1f1e') +
    lantern(90, 250, 96, '#d8342b', '#ffcf70', 110) +
    lantern(1510, 250, 96, '#d8342b', '#ffcf70', 110)
  );
}
