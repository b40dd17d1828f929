import { skyline } from '../kit/buildings.ts';
import { circ, each, fade, lin, line, path, pick, poly, rect, round, W, wire } from '../kit/core.ts';
import { person, poses, shadow } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { heap, sky } from '../kit/sky.ts';
import { busFront } from '../kit/vehicles.ts';

export function busStation(): string {
  const bus = (x: number, body: string): string => shadow(x, 770, 190, 0.3) + busFront(x, 770, 3.2, body);
  return (
    sky(['#3f8fb8', '#93c9d3', '#eaf0d6'], 640) +
    heap(360, 150, 300, '#ffffff', '#d9e6e2', 12) +
    heap(1260, 120, 260, '#ffffff', '#d9e6e2', 15) +
    skyline(640, 71, '#a8c3c8', '#dbe8da', { min: 90, max: 260, w: 60, glass: '#8fb0b8' }) +
    each(9, (i) => tree(30 + i * 195, 680, 160, '#6fa05f', i + 60)) +
    rect(
      0,
      660,
      W,
      350,
      lin([
        [0, '#b0aca2'],
        [0.4, '#8a8a88'],
        [1, '#5f6168'],
      ]),
    ) +
    each(5, (i) =>
      poly(
        [
          [60 + i * 370 - 6, 690],
          [60 + i * 370 + 6, 690],
          [i * 400 - 4, 830],
          [i * 400 - 24, 830],
        ],
        '#f2e9d2',
      ),
    ) +
    bus(270, '#2f9a86') +
    bus(800, '#e0592f') +
    bus(1330, '#2f74a8') +
    path('M-20 210Q800 60 1620 210L1620 262Q800 120 -20 262Z', '#f5efe0') +
    path('M-20 250Q800 108 1620 250L1620 268Q800 130 -20 268Z', '#a9a59c') +
    each(
      4,
      (i) =>
        poly(
          [
            [i * 534 - 8, 800],
            [i * 534 + 8, 800],
            [i * 534 + 14, 210],
            [i * 534 - 14, 210],
          ],
          '#e6ddca',
        ) + wire(`M${i * 534} 420L${i * 534 - 120} 212M${i * 534} 420L${i * 534 + 120} 212`, '#e6ddca', 10),
    ) +
    each(
      3,
      (i) =>
        round(190 + i * 530, 290 - (i === 1 ? 40 : 0), 160, 54, 8, '#1f3c4a') +
        circ(220 + i * 530, 317 - (i === 1 ? 40 : 0), 14, pick(['#2f9a86', '#e0592f', '#4f9ad0'], i)) +
        rect(246 + i * 530, 306 - (i === 1 ? 40 : 0), 84, 8, '#ffd27a') +
        rect(246 + i * 530, 322 - (i === 1 ? 40 : 0), 56, 7, '#8fb8b8') +
        rect(266 + i * 530, 190, 5, 100, '#8a857a'),
    ) +
    rect(
      0,
      828,
      W,
      180,
      lin([
        [0, '#e2d8c4'],
        [1, '#b3a690'],
      ]),
    ) +
    rect(0, 828, W, 12, '#e9b93f') +
    each(14, (i) => line(i * 125, 842, i * 140 - 120, 1000, '#b5a78f', 2)) +
    fade(
      0.9,
      round(620, 880, 330, 18, 6, '#3f6a70') + rect(650, 896, 12, 60, '#3a3a44') + rect(908, 896, 12, 60, '#3a3a44'),
    ) +
    person({
      x: 720,
      y: 884,
      h: 300,
      anchor: 'hip',
      pose: { ...poses.sit, near: [36, 92] },
      top: '#8c4a6a',
      bottom: '#2f3550',
      style: 'pony',
    }) +
    person({
      x: 850,
      y: 884,
      h: 300,
      anchor: 'hip',
      dir: -1,
      pose: poses.sit,
      top: '#e2a53a',
      bottom: '#3f4a5a',
      hair: '#c9c4be',
    }) +
    person({ x: 470, y: 965, h: 320, pose: poses.walk, top: '#2f5f8c', bottom: '#2a2e40' }) +
    round(392, 870, 54, 84, 10, '#c8553d') +
    wire('M420 870V820L440 810', '#3a3a44', 5) +
    circ(402, 960, 7, '#24252d') +
    circ(438, 960, 7, '#24252d') +
    person({
      x: 1110,
      y: 960,
      h: 310,
      view: 'back',
      pose: poses.phone,
      top: '#d8492f',
      bottom: '#37405a',
      style: 'bob',
    }) +
    person({
      x: 1196,
      y: 962,
      h: 200,
      view: 'back',
      top: '#f0c23f',
      bottom: '#2f6d7c',
      wear: 'shorts',
      sleeve: 'short',
    }) +
    round(1172, 852, 48, 62, 14, '#3f8a9a') +
    person({ x: 180, y: 960, h: 310, view: 'back', top: '#5a7a5a', bottom: '#3a3a48', style: 'cap', hat: '#8a5a3a' }) +
    person({
      x: 1440,
      y: 966,
      h: 315,
      dir: -1,
      pose: poses.stroll,
      top: '#5a4f8a',
      bottom: '#2c2c3c',
      wear: 'coat',
      style: 'bun',
    })
  );
}
