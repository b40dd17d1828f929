import { skyline, tower } from '../kit/buildings.ts';
import { each, fade, lin, line, oval, pick, rect, rows, W, wire } from '../kit/core.ts';
import { pagoda, streetlamp } from '../kit/landmarks.ts';
import { person, poses, shadow } from '../kit/people.ts';
import { bush, tree } from '../kit/plants.ts';
import { bars, sky, sun } from '../kit/sky.ts';
import { bicycle, tram } from '../kit/vehicles.ts';

export function tramLine2(): string {
  const leaf = ['#d9922e', '#c9702a', '#e0a83f', '#b85c2a'];
  return (
    sky(['#5fa6c0', '#a9d0cb', '#f6e8c2', '#fbd9a0'], 640) +
    bars(10, 60, 300, '#fff6e2', 31, 0.6, 440) +
    sun(330, 300, 50, '#fff6da', '#ffedb8', 6) +
    skyline(640, 33, '#b9c6c4', '#ead9b6', { min: 90, max: 260, w: 66, glass: '#a3b5b6' }) +
    pagoda(800, 650, 330, 6, '#d9c9ae', '#8b8f90') +
    rows(
      [60, 210, 250, '#d9a27a'],
      [290, 170, 310, '#e6cfa8'],
      [480, 190, 220, '#c98a6a'],
      [980, 210, 260, '#e6d2b0'],
      [1210, 180, 320, '#cf9470'],
      [1410, 230, 240, '#e3c696'],
    )
      .map(([x, w, h, c], i) =>
        tower(x as number, 690, w as number, h as number, c as string, {
          seed: i + 3,
          cell: 34,
          glass: '#6d7f86',
          lit: '#ffe2a0',
          share: 0.2,
        }),
      )
      .join('') +
    each(8, (i) => tree(40 + i * 220, 700, 230 + (i % 3) * 26, pick(leaf, i % 4), i + 41, '#5a4034')) +
    each(12, (i) => bush(30 + i * 150, 706, 130, i % 2 ? '#8a9a4a' : '#6f8a4a', i + 5)) +
    rect(0, 700, W, 40, '#d9c8a6') +
    rect(
      0,
      736,
      W,
      80,
      lin([
        [0, '#9aa25a'],
        [1, '#7d8a48'],
      ]),
    ) +
    line(0, 748, W, 748, '#6a5a4a', 4) +
    streetlamp(180, 740, 420, '#4a4a52', '', 1) +
    streetlamp(1420, 740, 420, '#4a4a52', '', -1) +
    wire('M-20 330Q800 352 1620 330', '#4a4a52', 2.4) +
    wire('M-20 318Q800 300 1620 318', '#4a4a52', 1.6) +
    fade(0.28, oval(800, 806, 720, 18, '#1b2030')) +
    tram(800, 792, 2.55, '#f4ead2', '#1f7f72', '#44686e', 2) +
    line(0, 798, W, 798, '#8b8580', 5) +
    rect(0, 812, W, 14, '#cfc2a8') +
    rect(
      0,
      826,
      W,
      180,
      lin([
        [0, '#8a8078'],
        [1, '#4f4c52'],
      ]),
    ) +
    line(0, 846, W, 846, '#c9c0b0', 5) +
    line(0, 884, W, 884, '#c9c0b0', 6) +
    each(20, (i) => rect(i * 86, 920, 50, 8, '#e9dfc8', 'opacity="0.7"')) +
    each(46, (i) =>
      oval(
        (i * 211) % 1600,
        826 + ((i * 89) % 170),
        11,
        5,
        pick(leaf, i % 4),
        `transform="rotate(${((i * 53) % 80) - 40} ${(i * 211) % 1600} ${826 + ((i * 89) % 170)})"`,
      ),
    ) +
    person({ x: 1190, y: 930, h: 260, dir: -1, pose: poses.walk, top: '#2f4f7a', bottom: '#2a2c3c', style: 'short' }) +
    person({
      x: 300,
      y: 945,
      h: 270,
      pose: poses.stroll,
      top: '#c8453a',
      bottom: '#3a3550',
      wear: 'coat',
      style: 'bob',
    }) +
    shadow(300, 948, 70) +
    shadow(1190, 932, 70) +
    bicycle(560, 970, 2, '#d8572f') +
    person({
      x: 540,
      y: 838,
      h: 250,
      anchor: 'hip',
      pose: { near: [52, 20], far: [56, 16], legNear: [58, -50], legFar: [26, -34], lean: 14 },
      top: '#e8b03f',
      bottom: '#33506a',
      style: 'helmet',
      hat: '#f2ede0',
    })
  );
}
