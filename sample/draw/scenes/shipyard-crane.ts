import { skyline } from '../kit/buildings.ts';
import { circ, dark, each, glow, light, lin, line, path, poly, rect, W, wire } from '../kit/core.ts';
import { hills } from '../kit/land.ts';
import { person, poses } from '../kit/people.ts';
import { bars, sky } from '../kit/sky.ts';

export function shipyardCrane(): string {
  const steel = '#e2572f';
  const hull = 'M330 780L360 520Q800 548 1190 500L1270 470Q1262 640 1150 780Z';
  return (
    sky(['#5c93b5', '#9cc4cf', '#e8dfc4', '#f6d3a0'], 800) +
    bars(12, 120, 420, '#fff4dd', 6, 0.5, 460) +
    hills(740, 120, 300, 22, '#8fb0b4', '#cfd4c2', 5) +
    skyline(760, 14, '#c3c9c2', '#d9d3c0', { min: 40, max: 130, w: 44, x0: -20, x1: 330, glass: '#9fabab' }) +
    skyline(760, 15, '#c3c9c2', '#d9d3c0', { min: 40, max: 120, w: 44, x0: 1300, glass: '#9fabab' }) +
    rect(
      0,
      770,
      W,
      240,
      lin([
        [0, '#a89f8c'],
        [1, '#5d5a58'],
      ]),
    ) +
    rect(240, 800, 1120, 210, '#46484f') +
    poly(
      [
        [240, 800],
        [1360, 800],
        [1440, 1000],
        [160, 1000],
      ],
      '#3b3d45',
    ) +
    path(
      hull,
      lin([
        [0, '#375d74'],
        [0.55, '#2b4a60'],
        [1, '#1c3044'],
      ]),
    ) +
    path('M336 726L334 780L1150 780Q1180 742 1204 700Q800 740 340 700Z', '#a63f2f') +
    path('M360 520Q800 548 1190 500L1270 470L1268 490L1192 520Q800 566 358 540Z', '#e8d9bd') +
    wire(
      each(9, (i) => `M${430 + i * 92} 536L${420 + i * 88} 780`),
      '#1b3247',
      2.4,
    ) +
    wire('M344 640Q800 668 1230 620M350 590Q800 616 1244 568', '#1b3247', 2.4) +
    rect(430, 380, 190, 150, '#f2e7d0') +
    rect(560, 380, 60, 150, '#d3c7b0') +
    each(12, (i) => rect(446 + (i % 6) * 28, 404 + Math.floor(i / 6) * 46, 16, 20, '#4f6b7b')) +
    rect(470, 320, 100, 62, '#e9dcc2') +
    rect(476, 334, 88, 20, '#4f6b7b') +
    rect(636, 420, 46, 116, '#e2572f') +
    rect(636, 420, 46, 20, '#2a2f3c') +
    each(10, (i) => rect(320 + i * 96, 782, 34, 30, '#2a2c34')) +
    each(6, (i) => wire(`M${1050 + (i % 2) * 60} ${780 - i * 42}h130`, '#c9a35a', 5)) +
    wire('M1052 790V520M1112 790V510M1172 790V510', '#b58d48', 5) +
    // the gantry
    poly(
      [
        [170, 800],
        [222, 800],
        [262, 180],
        [222, 180],
      ],
      steel,
    ) +
    poly(
      [
        [300, 800],
        [338, 800],
        [290, 180],
        [262, 180],
      ],
      dark(steel, 0.2),
    ) +
    poly(
      [
        [1380, 800],
        [1432, 800],
        [1388, 180],
        [1350, 180],
      ],
      steel,
    ) +
    poly(
      [
        [1280, 800],
        [1314, 800],
        [1356, 180],
        [1330, 180],
      ],
      dark(steel, 0.25),
    ) +
    rect(
      120,
      116,
      1360,
      74,
      lin([
        [0, light(steel, 0.18)],
        [1, dark(steel, 0.12)],
      ]),
    ) +
    rect(120, 174, 1360, 16, dark(steel, 0.35)) +
    wire(
      each(28, (i) => `M${140 + i * 48} 122v46`),
      dark(steel, 0.2),
      2,
    ) +
    rect(120, 100, 1360, 6, dark(steel, 0.2)) +
    each(34, (i) => rect(124 + i * 40, 88, 3, 28, dark(steel, 0.2))) +
    rect(780, 84, 150, 50, '#f2e7d0') +
    rect(880, 84, 50, 50, '#cfc2a8') +
    rect(800, 98, 60, 18, '#4f6b7b') +
    wire('M826 190V330M884 190V330', '#2a2c34', 4) +
    poly(
      [
        [800, 330],
        [910, 330],
        [890, 352],
        [820, 352],
      ],
      '#2a2c34',
    ) +
    wire('M820 352L730 420M890 352L980 420', '#2a2c34', 3) +
    poly(
      [
        [716, 420],
        [996, 420],
        [1010, 506],
        [700, 506],
      ],
      lin([
        [0, '#3f6d86'],
        [1, '#2b4a60'],
      ]),
    ) +
    rect(716, 420, 280, 12, '#e8d9bd') +
    wire('M770 432V506M850 432V506M930 432V506', '#1b3247', 3) +
    glow(1082, 598, 120, '#fff3c0', 0.95) +
    circ(1082, 598, 7, '#ffffff') +
    each(18, (i) =>
      line(
        1082 + Math.cos(i * 0.9) * 16,
        598 + Math.abs(Math.sin(i * 1.7)) * 14,
        1082 + Math.cos(i * 0.9) * (30 + (i % 5) * 12),
        604 + Math.abs(Math.sin(i * 1.7)) * (30 + (i % 4) * 20),
        '#ffe9a0',
        2,
      ),
    ) +
    person({
      x: 1058,
      y: 654,
      h: 84,
      pose: poses.reach,
      top: '#e6b23a',
      bottom: '#2c3a52',
      style: 'hard',
      hat: '#f2e7d0',
    }) +
    rect(
      0,
      900,
      W,
      110,
      lin([
        [0, '#6a655d'],
        [1, '#35353b'],
      ]),
    ) +
    person({
      x: 660,
      y: 968,
      h: 170,
      pose: poses.stroll,
      top: '#e98a2e',
      bottom: '#2c3a52',
      style: 'hard',
      hat: '#f5c542',
      wear: 'vest',
      trim: '#f7d94c',
    }) +
    person({
      x: 770,
      y: 974,
      h: 174,
      dir: -1,
      pose: poses.raise,
      top: '#3c6a86',
      bottom: '#25324a',
      style: 'hard',
      hat: '#f4efe4',
    }) +
    person({
      x: 1010,
      y: 960,
      h: 160,
      pose: poses.walk,
      top: '#3c6a86',
      bottom: '#25324a',
      style: 'hard',
      hat: '#e2572f',
    })
  );
}
