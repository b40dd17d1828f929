import { skyline } from '../kit/buildings.ts';
import { circ, each, glow, group, lin, line, path, pick, poly, rect, round, W, wire } from '../kit/core.ts';
import { hands, type Person, person, skins } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { pendant, steam } from '../kit/props.ts';
import { sky } from '../kit/sky.ts';

export function restStation(): string {
  const courier: Person = {
    x: 690,
    y: 740,
    h: 470,
    anchor: 'hip',
    pose: { near: [30, 92], far: [28, 50], legNear: [84, -82], legFar: [78, -70], lean: 2, nod: 8 },
    top: '#f2b632',
    bottom: '#2c3a56',
    skin: skins[1],
  };
  const sweeper: Person = {
    x: 960,
    y: 740,
    h: 470,
    dir: -1,
    anchor: 'hip',
    pose: { near: [32, 88], far: [26, 54], legNear: [84, -82], legFar: [80, -72], lean: 3 },
    top: '#ef7a2c',
    bottom: '#3f5f6a',
    wear: 'vest',
    trim: '#f7a24a',
    hair: '#c9c4c0',
    style: 'bun',
  };
  return (
    sky(['#1e2b52', '#3b4a78', '#7a6a8f'], 800) +
    skyline(760, 131, '#35426e', '#5f5a85', { min: 200, max: 480, w: 110, lit: '#ffcf82', share: 0.3 }) +
    rect(
      0,
      800,
      W,
      210,
      lin([
        [0, '#5a5a80'],
        [1, '#2a2f52'],
      ]),
    ) +
    tree(110, 830, 420, '#3f5f6a', 4, '#2a2c40') +
    tree(1500, 830, 420, '#3f5f6a', 7, '#2a2c40') +
    glow(800, 560, 820, '#ffb45f', 0.55, 560) +
    rect(280, 230, 1040, 640, '#31516a') +
    rect(260, 196, 1080, 54, '#f2a33c') +
    rect(260, 236, 1080, 14, '#c97a28') +
    round(660, 130, 280, 76, 14, '#fdf3dc') +
    path('M776 190V166L800 148L824 166V190Z', '#e0632f') +
    wire('M856 186q14 -16 0 -30M878 186q14 -16 0 -30', '#e0632f', 6) +
    round(700, 158, 46, 28, 6, '#e0632f') +
    wire('M746 164h12v14h-12', '#e0632f', 5) +
    rect(
      320,
      270,
      960,
      560,
      lin([
        [0, '#ffe4a8'],
        [0.7, '#fbc57c'],
        [1, '#e8a05f'],
      ]),
    ) +
    rect(
      320,
      760,
      960,
      90,
      lin([
        [0, '#c98a5a'],
        [1, '#a0663f'],
      ]),
    ) +
    rect(340, 330, 200, 250, '#f6ead0') +
    each(
      3,
      (j) =>
        rect(350, 398 + j * 74, 180, 8, '#b8835a') +
        each(3, (i) =>
          round(
            364 + i * 54,
            350 + j * 74,
            40,
            48,
            7,
            pick(['#4fa3a0', '#e8694a', '#f2c25a', '#6f8fb8', '#8fb56f'], (i + j) % 5),
          ),
        ),
    ) +
    pendant(540, 330, 70, '#d8502f', '#fff0c0', 270) +
    pendant(1060, 330, 70, '#d8502f', '#fff0c0', 270) +
    round(1090, 420, 150, 110, 8, '#fdfaf0') +
    circ(1165, 475, 40, '#e8f0ea') +
    wire('M1165 475V446M1165 475L1184 486', '#3a4450', 5) +
    circ(1165, 475, 40, 'none', 'stroke="#3a4450" stroke-width="5"') +
    round(1120, 590, 110, 170, 10, '#eef0ea') +
    round(1134, 560, 82, 40, 12, '#8fc9d8') +
    round(1140, 630, 70, 40, 6, '#cfd9d9') +
    rect(1150, 640, 10, 16, '#e0533a') +
    rect(1186, 640, 10, 16, '#3f8ac0') +
    rect(560, 742, 540, 20, '#9a5f3a') +
    rect(590, 762, 16, 84, '#7a4a30') +
    rect(1050, 762, 16, 84, '#7a4a30') +
    person(courier) +
    person(sweeper) +
    rect(760, 640, 150, 14, '#e6c08a') +
    rect(828, 654, 14, 190, '#b88a5a') +
    path('M804 640Q800 606 812 600H846Q858 606 854 640Z', '#4f9a98') +
    wire('M854 612q20 4 0 22', '#4f9a98', 6) +
    steam(828, 590, 80) +
    [courier, sweeper]
      .map((p) => {
        const [h] = hands(p);
        return (
          round(h[0] - 15, h[1] - 26, 30, 34, 5, '#fdf6e6') +
          rect(h[0] - 15, h[1] - 12, 30, 8, '#d8502f') +
          steam(h[0], h[1] - 32, 60)
        );
      })
      .join('') +
    circ(600, 712, 26, '#f4c84a') +
    path('M574 712a26 26 0 0 1 52 0Z', '#e0a52a') +
    rect(312, 262, 16, 600, '#24405a') +
    rect(1272, 262, 16, 600, '#24405a') +
    rect(794, 262, 8, 0, '#24405a') +
    poly(
      [
        [340, 270],
        [520, 270],
        [380, 850],
        [340, 850],
      ],
      '#ffffff',
      'opacity="0.1"',
    ) +
    rect(280, 846, 1040, 26, '#24405a') +
    path('M330 872H1270L1430 1000H170Z', '#ffc476', 'opacity="0.3"') +
    group(
      round(-56, -92, 60, 56, 6, '#f2b632') +
        rect(-56, -70, 60, 6, '#fdf3dc') +
        circ(-34, -14, 15, '#171b2c') +
        circ(46, -14, 15, '#171b2c') +
        path('M-50 -34L6 -40L20 -14L40 -16L34 -70L42 -70L56 -22L46 -8L-20 -8Z', '#2f74b8') +
        wire('M36 -70L24 -82', '#171b2c', 5),
      'transform="translate(430 950) scale(1.7)"',
    ) +
    line(1250, 940, 1330, 640, '#c9965a', 9) +
    path('M1222 1000L1238 930L1266 936L1282 1000Z', '#d9a85a') +
    group(
      path('M-60 -60H50L40 0H-50Z', '#4f9a6a') +
        rect(-66, -70, 124, 14, '#3f7f58') +
        circ(-36, 8, 13, '#171b2c') +
        circ(30, 8, 13, '#171b2c'),
      'transform="translate(1130 950) scale(1.1)"',
    )
  );
}
