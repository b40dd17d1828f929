import { dragonHead, dragonHull } from '../kit/boats.ts';
import { skyline } from '../kit/buildings.ts';
import { circ, each, fade, group, line, n, oval, path, pick, rect, rng, W, wire } from '../kit/core.ts';
import { hills, ripples, water } from '../kit/land.ts';
import { pagoda } from '../kit/landmarks.ts';
import { hands, type Person, person, skins } from '../kit/people.ts';
import { willow } from '../kit/plants.ts';
import { birds, heap, sky } from '../kit/sky.ts';

function dragonBoat2(x: number, y: number, l: number, body: string, gold: string, shirt: string, seed: number): string {
  const crew = 9;
  const h = l * 0.17;
  let out = '';
  for (let i = 0; i < crew; i++) {
    const px = x - l * 0.36 + i * l * 0.075;
    const py = y - l * 0.034 - Math.abs(i - 4) * 0.4;
    const p: Person = {
      x: px,
      y: py,
      h,
      anchor: 'hip',
      pose: { near: [52, 8], far: [66, 22], legNear: [80, -70], legFar: [80, -70], lean: 30 + (i % 2) * 4 },
      top: shirt,
      bottom: '#2a3a55',
      sleeve: 'short',
      skin: pick(skins, (i + seed) % 4),
      style: i % 3 ? 'short' : 'cap',
      hat: gold,
    };
    const [a] = hands(p);
    out +=
      person(p) +
      line(a[0] - l * 0.022, a[1] - l * 0.05, a[0] + l * 0.034, a[1] + l * 0.085, '#7a4a2c', l * 0.0055) +
      group(
        oval(0, 0, l * 0.008, l * 0.022, '#c98a4a'),
        `transform="translate(${n(a[0] + l * 0.036)} ${n(a[1] + l * 0.09)}) rotate(-24)"`,
      );
  }
  const dx = x + l * 0.36;
  const drum =
    rect(dx - l * 0.028, y - l * 0.1, l * 0.056, l * 0.05, '#b8302a') +
    oval(dx, y - l * 0.1, l * 0.028, l * 0.009, '#f6e6c4') +
    wire(`M${n(dx - l * 0.028)} ${n(y - l * 0.06)}h${n(l * 0.056)}`, gold, l * 0.006);
  const drummer = person({
    x: x + l * 0.405,
    y: y - l * 0.06,
    h: h * 1.02,
    anchor: 'hip',
    dir: -1,
    pose: { near: [120, 40], far: [60, 50], legNear: [70, -70], legFar: [70, -70], lean: -2 },
    top: gold,
    bottom: '#7a1f26',
    sleeve: 'short',
    style: 'short',
  });
  const steer =
    person({
      x: x - l * 0.435,
      y: y - l * 0.055,
      h: h * 1.1,
      pose: { near: [-30, 40], far: [50, 40], legNear: [14, -8], legFar: [-14, 0], lean: 8 },
      top: gold,
      bottom: '#7a1f26',
      sleeve: 'short',
    }) + line(x - l * 0.41, y - l * 0.16, x - l * 0.53, y + l * 0.03, '#7a4a2c', l * 0.007);
  const flags = each(
    3,
    (i) =>
      line(
        x - l * 0.47 - i * 5,
        y - l * 0.06,
        x - l * 0.49 - i * l * 0.014,
        y - l * 0.24 + i * 12,
        '#6a3a2a',
        l * 0.004,
      ) +
      path(
        `M${n(x - l * 0.49 - i * l * 0.014)} ${n(y - l * 0.24 + i * 12)}l${n(-l * 0.08)} ${n(l * 0.02)}l${n(l * 0.085)} ${n(l * 0.035)}Z`,
        pick([gold, '#d8402f', '#2f8a86'], i),
      ),
  );
  return (
    flags +
    steer +
    drummer +
    drum +
    out +
    dragonHull(x, y, l, body, gold) +
    dragonHead(x + l * 0.475, y - l * 0.05, l / 760, body, gold, '#e8e2c8')
  );
}

export function dragonBoat(): string {
  const r = rng(8);
  const splash = (x: number, y: number, s: number): string =>
    each(12, () => circ(x + (r() - 0.5) * s * 2, y - r() * s, 1.6 + r() * s * 0.07, '#f6fbf2')) +
    oval(x, y, s * 1.2, s * 0.16, '#f6fbf2', 'opacity="0.7"');
  const banks = each(
    60,
    (i) =>
      circ(
        i * 27 + (i % 3) * 5,
        462 - (i % 2) * 8,
        8,
        pick(['#d8553d', '#3f6f9c', '#e8b03f', '#f4ecdc', '#6a5a8c'], (i * 7) % 5),
        'opacity="0.75"',
      ) +
      rect(
        i * 27 + (i % 3) * 5 - 8,
        468 - (i % 2) * 8,
        16,
        26,
        pick(['#d8553d', '#3f6f9c', '#e8b03f', '#f4ecdc', '#6a5a8c'], (i * 3) % 5),
        'opacity="0.75"',
      ),
  );
  return (
    sky(['#3f9ab8', '#8fcacb', '#eaf0cf', '#fdf0c4'], 480) +
    heap(300, 150, 320, '#ffffff', '#d9e9e2', 31) +
    heap(1290, 130, 300, '#ffffff', '#d9e9e2', 34) +
    hills(440, 170, 340, 111, '#93bfb8', '#d9e8c8', 5) +
    skyline(450, 113, '#bcd0c6', '#e3ebd0', { min: 30, max: 120, w: 44, x0: 850, glass: '#a5bfba' }) +
    pagoda(420, 460, 250, 6, '#d9cfae', '#6f8a86') +
    rect(0, 460, W, 50, '#7d9a6a') +
    each(8, (i) => willow(60 + i * 215, 480, 170, '#7fae5f', i + 3)) +
    banks +
    rect(0, 490, W, 16, '#c9b88f') +
    water(504, '#9fd0c4', '#16626f') +
    ripples(510, 170, '#e6f6e4', 6, 0.42) +
    ripples(600, 90, '#0f4f60', 9, 0.35) +
    dragonBoat2(620, 590, 640, '#2f8a7a', '#f0c84a', '#f4ecdc', 2) +
    each(8, (i) => splash(400 + i * 50, 620, 14)) +
    fade(0.4, oval(800, 810, 640, 30, '#0a3f50')) +
    dragonBoat2(720, 786, 1080, '#c8322a', '#f2b93a', '#e8d23f', 1) +
    each(9, (i) => splash(400 + i * 81, 862, 32)) +
    splash(1240, 800, 44) +
    splash(140, 826, 36) +
    ripples(830, 70, '#f4fbee', 15, 0.5, 0, W, 990) +
    path('M1250 806Q1430 820 1620 870Q1440 836 1230 826Z', '#eaf6ea', 'opacity="0.6"') +
    birds(6, 1000, 260, 140, '#ffffff', 5, 15)
  );
}
