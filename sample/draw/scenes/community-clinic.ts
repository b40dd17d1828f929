import { circ, each, group, lin, line, path, pick, poly, rect, round, W, wire } from '../kit/core.ts';
import { type Person, person, poses, shadow, skins } from '../kit/people.ts';
import { potted, tree } from '../kit/plants.ts';
import { windowPane } from '../kit/props.ts';

export function communityClinic(): string {
  const doctor: Person = {
    x: 1010,
    y: 720,
    h: 560,
    dir: -1,
    anchor: 'hip',
    pose: { near: [58, 30], far: [80, 8], legNear: [84, -82], legFar: [78, -76], lean: 12, nod: 6 },
    top: '#fdfaf2',
    bottom: '#5f97a0',
    style: 'bun',
    shoe: '#f4ecdc',
  };
  const elder: Person = {
    x: 560,
    y: 720,
    h: 560,
    anchor: 'hip',
    pose: { near: [70, 20], far: [60, 28], legNear: [84, -82], legFar: [80, -74], lean: 2 },
    top: '#8a5f7f',
    bottom: '#4a4f68',
    hair: '#d9d4ce',
    style: 'short',
    skin: skins[1],
  };
  return (
    rect(
      0,
      0,
      W,
      800,
      lin([
        [0, '#cfe6dc'],
        [1, '#eef2dc'],
      ]),
    ) +
    rect(0, 560, W, 240, '#9fcbbf') +
    rect(0, 554, W, 10, '#fbf8ea') +
    rect(
      0,
      790,
      W,
      220,
      lin([
        [0, '#e0c094'],
        [1, '#b8906a'],
      ]),
    ) +
    each(16, (i) => line(i * 110, 792, i * 130 - 160, 1000, '#b08a62', 2)) +
    windowPane(
      560,
      110,
      480,
      340,
      lin([
        [0, '#9fd6e0'],
        [1, '#f6f3d0'],
      ]),
      '#fdfaf0',
      3,
      2,
    ) +
    tree(660, 450, 240, '#7fb56f', 4) +
    tree(940, 450, 200, '#a3c46a', 8) +
    wire('M720 110V450M880 110V450M560 280H1040', '#fdfaf0', 7) +
    poly(
      [
        [560, 450],
        [1040, 450],
        [1180, 1000],
        [420, 1000],
      ],
      '#fffbe0',
      'opacity="0.28"',
    ) +
    round(150, 130, 270, 200, 10, '#fdfaf0') +
    path('M285 290q-70 -44 -70 -88q0 -34 32 -34q24 0 38 26q14 -26 38 -26q32 0 32 34q0 44 -70 88Z', '#e0644f') +
    wire('M196 236H250L266 206L290 262L306 236H374', '#fdfaf0', 8) +
    rect(1180, 120, 300, 340, '#fdfaf0') +
    each(
      3,
      (j) =>
        rect(1194, 226 + j * 110, 272, 8, '#cfd9d0') +
        each(
          7,
          (i) =>
            round(
              1204 + i * 37,
              166 + j * 110,
              28,
              60,
              5,
              pick(['#e0644f', '#f2c25a', '#4f9fb0', '#f6efe0', '#7fb56f'], (i + j * 2) % 5),
            ) +
            rect(1208 + i * 37, 156 + j * 110, 20, 12, '#e6e0d0') +
            rect(1206 + i * 37, 186 + j * 110, 24, 18, '#fdfaf0'),
        ),
    ) +
    wire('M1180 120H1480V460H1180ZM1330 120V460', '#b5c9be', 6) +
    potted(120, 800, 280, '#4f9a5f', '#d98a62', 3) +
    rect(900, 716, 200, 20, '#5a7f86') +
    rect(990, 736, 16, 130, '#3f5a62') +
    rect(930, 860, 136, 12, '#3f5a62') +
    rect(456, 716, 200, 20, '#c98a5a') +
    rect(474, 736, 14, 140, '#94623f') +
    rect(626, 736, 14, 140, '#94623f') +
    rect(456, 560, 14, 160, '#c98a5a') +
    shadow(560, 880, 190) +
    shadow(1000, 880, 190) +
    rect(640, 592, 330, 20, '#e6c898') +
    rect(640, 608, 330, 8, '#b8946a') +
    rect(800, 612, 22, 262, '#c9a878') +
    rect(730, 866, 160, 14, '#c9a878') +
    round(786, 506, 104, 86, 8, '#f6f6ee') +
    round(797, 518, 82, 46, 5, '#2f6a70') +
    wire('M804 544L820 544L827 528L838 556L845 538H872', '#9ff0d0', 3) +
    person(elder) +
    wire('M790 582Q750 600 716 588', '#3a4450', 5) +
    round(648, 558, 62, 44, 12, '#2f5f8c') +
    rect(668, 558, 10, 44, '#4f7fb0') +
    person(doctor) +
    wire('M954 556Q934 600 948 640M990 552Q1010 590 996 622', '#2f4450', 5) +
    circ(948, 646, 10, '#8fa3a8') +
    person({
      x: 1360,
      y: 930,
      h: 560,
      dir: -1,
      pose: poses.hold,
      top: '#6fb8b0',
      bottom: '#4f9a98',
      style: 'cap',
      hat: '#fdfaf2',
      sleeve: 'short',
      shoe: '#f4ecdc',
    }) +
    group(
      rect(-40, -56, 80, 100, '#e2b26a') +
        rect(-33, -46, 66, 84, '#fffaf0') +
        each(4, (i) => rect(-24, -34 + i * 18, 46 - i * 6, 5, '#9fb0b0')),
      'transform="translate(1236 600) rotate(-12)"',
    )
  );
}
