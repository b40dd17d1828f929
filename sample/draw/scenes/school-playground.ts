import { skyline } from '../kit/buildings.ts';
import { circ, each, lin, line, oval, path, rect, W, wire } from '../kit/core.ts';
import { type Person, type Pose, person, poses, shadow } from '../kit/people.ts';
import { bush, tree } from '../kit/plants.ts';
import { birds, heap, sky } from '../kit/sky.ts';

const kid = (x: number, y: number, h: number, pose: Pose, top: string, o: Partial<Person> = {}): string =>
  shadow(x, y, h * 0.2) +
  person({ x, y, h, pose, top, bottom: '#2f4a6a', wear: 'shorts', sleeve: 'short', shoe: '#f4ecdc', ...o });

export function schoolPlayground(): string {
  const hoop =
    rect(1240, 360, 16, 470, '#5a6a78') +
    rect(1130, 300, 150, 110, '#f6efe0') +
    rect(1176, 350, 56, 42, 'none', 'stroke="#d8492f" stroke-width="5"') +
    oval(1192, 408, 40, 9, 'none', 'stroke="#e8692f" stroke-width="7"') +
    wire(
      'M1154 410L1170 470M1172 414L1180 472M1192 416V474M1212 414L1204 472M1230 410L1214 470M1160 436H1224M1166 456H1218',
      '#fdf6e6',
      2.4,
    );
  return (
    sky(['#4aa3c9', '#93d0dc', '#e9f3da', '#fdf1cf'], 620) +
    heap(330, 180, 340, '#ffffff', '#d8e8e8', 21) +
    heap(1050, 130, 280, '#ffffff', '#d8e8e8', 25) +
    skyline(560, 103, '#b8d3d6', '#e1ecd9', { min: 60, max: 190, w: 52, glass: '#9fc0c6' }) +
    rect(
      180,
      300,
      900,
      330,
      lin([
        [0, '#f7e3bf'],
        [1, '#ecc896'],
      ]),
    ) +
    rect(180, 282, 900, 24, '#c8553d') +
    each(
      3,
      (j) =>
        rect(180, 386 + j * 104, 900, 12, '#d98a5c') +
        each(
          12,
          (i) =>
            rect(
              204 + i * 73,
              322 + j * 104,
              48,
              50,
              lin([
                [0, '#b6dbe0'],
                [1, '#5d93a6'],
              ]),
            ) + rect(226 + i * 73, 322 + j * 104, 4, 50, '#f7efdc'),
        ),
    ) +
    rect(560, 240, 150, 390, '#d9694a') +
    rect(590, 540, 90, 90, '#7a3a36') +
    circ(635, 300, 34, '#fdf6e6') +
    line(635, 300, 635, 280, '#3a3a44', 4) +
    line(635, 300, 650, 308, '#3a3a44', 4) +
    tree(120, 660, 330, '#6fae5a', 12) +
    tree(1140, 650, 240, '#82b95f', 14) +
    tree(1460, 660, 380, '#5fa055', 15) +
    each(9, (i) => bush(20 + i * 190, 652, 160, i % 2 ? '#6fae5f' : '#8fbf62', i + 30)) +
    rect(
      0,
      640,
      W,
      370,
      lin([
        [0, '#dd8a62'],
        [1, '#b8553f'],
      ]),
    ) +
    path('M-20 720Q800 660 1620 720L1620 740Q800 680 -20 740Z', '#f6e8d0') +
    path('M-20 940Q800 820 1620 940L1620 1010L-20 1010Z', '#5f9a6f') +
    path('M-20 936Q800 816 1620 936L1620 948Q800 830 -20 948Z', '#f6e8d0') +
    hoop +
    circ(1130, 330, 26, '#e8792f') +
    wire('M1104 330H1156M1130 304V356M1112 312Q1130 330 1112 348M1148 312Q1130 330 1148 348', '#a8481f', 2.4) +
    kid(
      1030,
      760,
      270,
      { near: [158, 6], far: [142, 14], legNear: [14, -40], legFar: [-16, -30], lean: 6 },
      '#3f7fb8',
      { hair: '#2a2430' },
    ) +
    wire('M434 690Q640 420 850 690', '#f6e27a', 6) +
    wire('M434 690Q640 1010 850 690', '#f6e27a', 6, 'opacity="0.25"') +
    kid(410, 850, 290, { near: [30, 60], far: [20, 30], legNear: [2, 0], legFar: [-4, 0] }, '#f0b23a', {
      style: 'bob',
      wear: 'skirt',
      bottom: '#c8453a',
    }) +
    kid(876, 850, 290, { near: [30, 60], far: [20, 30], legNear: [2, 0], legFar: [-4, 0] }, '#4f9a6a', { dir: -1 }) +
    kid(
      640,
      810,
      280,
      { near: [120, 30], far: [-110, -20], legNear: [40, -90], legFar: [-10, -50], lean: 0 },
      '#d8452f',
      { style: 'pony' },
    ) +
    kid(190, 900, 280, poses.run, '#2f8a9a', { style: 'short' }) +
    kid(1340, 930, 300, poses.runB, '#8c5aa0', { dir: -1, style: 'pony', wear: 'skirt', bottom: '#33405c' }) +
    kid(1480, 900, 280, poses.run, '#f0c24a', { dir: -1 }) +
    birds(6, 800, 200, 140, '#ffffff', 4, 15)
  );
}
