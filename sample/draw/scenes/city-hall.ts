import { roof, skyline } from '../kit/buildings.ts';
import { circ, each, lin, line, oval, path, rect, W, wire } from '../kit/core.ts';
import { hills } from '../kit/land.ts';
import { person, poses, shadow } from '../kit/people.ts';
import { bush, tree } from '../kit/plants.ts';
import { bars, birds, sky } from '../kit/sky.ts';

export function cityHall(): string {
  const col = (x: number): string =>
    rect(
      x - 20,
      400,
      40,
      290,
      lin(
        [
          [0, '#fffaf0'],
          [0.5, '#efe2c8'],
          [1, '#c4b090'],
        ],
        0,
        0,
        1,
        0,
      ),
    ) +
    rect(x - 27, 386, 54, 18, '#f6ecd8') +
    rect(x - 27, 684, 54, 16, '#e0cfae') +
    wire(`M${x - 8} 408V682M${x + 5} 408V682`, '#c9b693', 2);
  const wing = (x: number, w: number): string =>
    rect(
      x,
      430,
      w,
      270,
      lin([
        [0, '#f2e4c8'],
        [1, '#dcc49c'],
      ]),
    ) +
    rect(x - 12, 414, w + 24, 20, '#cdb48a') +
    each(Math.floor(w / 58), (i) =>
      each(
        3,
        (j) =>
          rect(
            x + 18 + i * 58,
            452 + j * 84,
            30,
            54,
            lin([
              [0, '#a9cdd6'],
              [1, '#4f7a8c'],
            ]),
          ) + rect(x + 14 + i * 58, 506 + j * 84, 38, 6, '#c9b08a'),
      ),
    );
  return (
    sky(['#2f74ac', '#7fb5d0', '#dfe9dc', '#fbeccb'], 720) +
    bars(12, 50, 320, '#ffffff', 51, 0.7, 440) +
    hills(640, 130, 340, 191, '#93b5ba', '#d3e0d0', 5) +
    skyline(690, 193, '#b9cdd0', '#e3e8d8', { min: 90, max: 240, w: 62, glass: '#9db8c0' }) +
    wing(200, 360) +
    wing(1040, 360) +
    rect(
      520,
      380,
      560,
      320,
      lin([
        [0, '#f8ecd4'],
        [1, '#e0c8a0'],
      ]),
    ) +
    each(5, (i) =>
      path(
        `M${596 + i * 92} 700V500Q${596 + i * 92} 470 ${620 + i * 92} 470Q${644 + i * 92} 470 ${644 + i * 92} 500V700Z`,
        lin([
          [0, '#8fb8c4'],
          [1, '#3f6678'],
        ]),
      ),
    ) +
    each(6, (i) => col(564 + i * 94.4)) +
    rect(500, 350, 600, 40, '#f6ead0') +
    rect(500, 382, 600, 8, '#c4ab80') +
    roof(520, 350, 560, 120, '#3f6670', 0.4, 0.09) +
    rect(
      690,
      150,
      220,
      100,
      lin([
        [0, '#f8ecd4'],
        [1, '#e4cda6'],
      ]),
    ) +
    rect(840, 150, 70, 100, '#b99f78', 'opacity="0.35"') +
    circ(800, 200, 38, '#fffaf0') +
    circ(800, 200, 38, 'none', 'stroke="#8f7a52" stroke-width="6"') +
    line(800, 200, 800, 176, '#3a3a44', 5) +
    line(800, 200, 818, 208, '#3a3a44', 5) +
    roof(684, 152, 232, 76, '#3f6670', 0.5, 0.14) +
    line(800, 78, 800, 20, '#8f7a52', 5) +
    circ(800, 26, 8, '#e8c04a') +
    each(6, (i) => rect(480 - i * 26, 700 + i * 16, 640 + i * 52, 17, i % 2 ? '#e6d6b8' : '#f6ead2')) +
    rect(
      0,
      796,
      W,
      214,
      lin([
        [0, '#e8dcc2'],
        [1, '#b5a78f'],
      ]),
    ) +
    each(9, (i) => line(800 + (i - 4) * 100, 796, 800 + (i - 4) * 330, 1010, '#b9aa8e', 2.4)) +
    each(5, (i) => line(0, 816 + i * i * 12, W, 816 + i * i * 12, '#b9aa8e', 2.4)) +
    each(
      4,
      (i) =>
        bush(90 + i * 110, 800, 140, i % 2 ? '#6fa060' : '#4f8f5a', i) +
        bush(1180 + i * 110, 800, 140, i % 2 ? '#6fa060' : '#4f8f5a', i + 9),
    ) +
    tree(120, 810, 360, '#5f9a5a', 3) +
    tree(1480, 810, 380, '#5f9a5a', 6) +
    tree(330, 806, 250, '#7fb062', 13) +
    tree(1270, 806, 250, '#7fb062', 16) +
    path('M560 930Q800 880 1040 930Q1060 980 800 990Q540 980 560 930Z', '#d9c9aa') +
    oval(800, 938, 220, 34, '#6fb5c4') +
    oval(800, 934, 200, 26, '#a9dce0') +
    each(9, (i) =>
      wire(
        `M${800 + (i - 4) * 4} 930Q${800 + (i - 4) * 24} ${800 + Math.abs(i - 4) * 14} ${800 + (i - 4) * 40} 932`,
        '#f4fbf8',
        4,
        'opacity="0.85"',
      ),
    ) +
    person({ x: 460, y: 930, h: 170, pose: poses.walk, top: '#2f5a8c', bottom: '#2a3044' }) +
    person({
      x: 1130,
      y: 940,
      h: 176,
      dir: -1,
      pose: poses.stroll,
      top: '#c8553d',
      bottom: '#3a3550',
      style: 'bob',
      wear: 'coat',
    }) +
    person({ x: 640, y: 836, h: 110, view: 'back', pose: poses.stroll, top: '#7a5a8c', bottom: '#33354a' }) +
    person({
      x: 920,
      y: 832,
      h: 108,
      view: 'back',
      pose: poses.stroll,
      top: '#e2a53a',
      bottom: '#3f4a5a',
      style: 'pony',
    }) +
    person({ x: 250, y: 950, h: 176, pose: poses.stroll, top: '#4f8f8a', bottom: '#3a3a48', hair: '#cfcac4' }) +
    person({
      x: 1350,
      y: 950,
      h: 104,
      dir: -1,
      pose: poses.run,
      top: '#f2c24a',
      bottom: '#2f5f7a',
      wear: 'shorts',
      sleeve: 'short',
    }) +
    shadow(460, 932, 40) +
    shadow(1130, 942, 40) +
    each(
      12,
      (i) =>
        oval(1200 + ((i * 37) % 180), 960 + ((i * 29) % 40), 9, 6, '#f4efe4') +
        circ(1208 + ((i * 37) % 180), 954 + ((i * 29) % 40), 4, '#d9d3c8'),
    ) +
    birds(9, 1130, 230, 160, '#fdfaf0', 4, 16)
  );
}
