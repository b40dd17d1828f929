import { trawler } from '../kit/boats.ts';
import { skyline } from '../kit/buildings.ts';
import { dark, each, fade, light, line, pick, poly, rng, round, wire } from '../kit/core.ts';
import { hills, reflect, ripples, water } from '../kit/land.ts';
import { person, poses } from '../kit/people.ts';
import { bars, birds, mist, sky } from '../kit/sky.ts';

export function fishingBoats(): string {
  const hulls = ['#2c6e78', '#c2542f', '#2f5b8c', '#d8973a', '#4a7a52'];
  const row = (y: number, s: number, seed: number, fadeTo: number): string => {
    const r = rng(seed);
    return each(6, (i) => {
      const x = -60 + i * 340 + (r() - 0.5) * 60 + seed * 40;
      return trawler(x, y, s, dark(pick(hulls, (i + seed) % 5), fadeTo), light('#e9dcc0', 0.1), i % 2 ? -1 : 1, {
        band: pick(['#e6b23a', '#c8452f', '#f0e6d0'], (i + seed) % 3),
      });
    });
  };
  const main = trawler(790, 706, 3.3, '#1f6f86', '#f8ecd2', 1, { band: '#e0532f' });
  return (
    sky(['#7fc0c8', '#b6dccf', '#f4ecd0', '#fbe3b4'], 470) +
    bars(10, 60, 260, '#ffffff', 3, 0.55, 480) +
    hills(450, 150, 330, 12, '#8fb5b0', '#cfe0cd', 6) +
    hills(470, 80, 210, 15, '#5f948f', '#b4d2c2', 8) +
    skyline(470, 8, '#e9dcc6', '#f2e6cf', { min: 20, max: 80, w: 40, glass: '#b5b4a8' }) +
    water(466, '#a9d3c8', '#14576b') +
    ripples(470, 120, '#f2f4df', 4, 0.45) +
    fade(0.75, row(512, 0.72, 2, 0)) +
    mist(500, 70, '#eaf1e0', 0.5) +
    row(580, 1.15, 4, 0.05) +
    reflect(row(580, 1.15, 4, 0.15), 584, 110, '#5fa5a6', 6, 0.45, 0.7) +
    ripples(590, 120, '#1c6473', 8, 0.4) +
    reflect(main, 722, 280, '#2f7c89', 9, 0.55, 0.55) +
    ripples(730, 90, '#bfe0d2', 17, 0.42) +
    main +
    person({ x: 690, y: 630, h: 118, dir: -1, pose: poses.bend, top: '#e6b23a', bottom: '#2c3d55', style: 'straw' }) +
    person({
      x: 906,
      y: 632,
      h: 118,
      pose: poses.reach,
      top: '#c8452f',
      bottom: '#35435a',
      style: 'cap',
      hat: '#f0e6d0',
    }) +
    wire('M955 598Q1080 700 1330 820', '#6a5a48', 4) +
    birds(9, 1120, 250, 180, '#ffffff', 3, 20) +
    birds(6, 420, 200, 150, '#fdf8ea', 8, 16) +
    poly(
      [
        [1040, 1010],
        [1250, 870],
        [1620, 800],
        [1620, 1010],
      ],
      '#3b3f4a',
    ) +
    poly(
      [
        [1040, 1010],
        [1250, 870],
        [1620, 800],
        [1620, 824],
        [1270, 892],
        [1085, 1010],
      ],
      '#8b8578',
    ) +
    each(
      3,
      (i) =>
        round(1300 + i * 112, 800 - i * 26, 40, 62, 10, '#23262f') +
        round(1292 + i * 112, 796 - i * 26, 56, 16, 8, '#353a46'),
    ) +
    each(
      4,
      (i) =>
        round(1330 + i * 72, 870 + (i % 2) * 26, 64, 44, 8, pick(['#e0532f', '#e6b23a', '#2c8a94', '#f0e6d0'], i)) +
        line(1334 + i * 72, 884 + (i % 2) * 26, 1390 + i * 72, 884 + (i % 2) * 26, '#00000033', 4),
    )
  );
}
