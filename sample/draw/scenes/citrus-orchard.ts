import { circ, each, fade, line, mix, n, oval, path, rect, rng } from '../kit/core.ts';
import { grass, ground, hills } from '../kit/land.ts';
import { person, shadow } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { heap, sky } from '../kit/sky.ts';

export function citrusOrchard(): string {
  const fruit = (x: number, y: number, r: number): string =>
    circ(x, y, r, '#d9681f') +
    circ(x - r * 0.12, y - r * 0.14, r * 0.86, '#f3922c') +
    circ(x - r * 0.35, y - r * 0.4, r * 0.25, '#ffd08a') +
    oval(x + r * 0.3, y - r * 1.05, r * 0.6, r * 0.24, '#3f7a3f', `transform="rotate(-25 ${n(x)} ${n(y)})"`);
  const citrus = (x: number, y: number, h: number, seed: number, hz = 0): string => {
    const r = rng(seed);
    const m = mix('#4f8f4a', '#c9cf9a', hz);
    return (
      shadow(x + h * 0.1, y, h * 0.42, 0.25) +
      tree(x, y, h, m, seed, mix('#5a4234', '#c9b89a', hz)) +
      each(17, () => {
        const a = r() * 6.28;
        const q = Math.sqrt(r());
        return fruit(
          x + Math.cos(a) * q * h * 0.36,
          y - h * 0.62 + Math.sin(a) * q * h * 0.25,
          h * 0.03 * (0.85 + r() * 0.3),
        );
      })
    );
  };
  const crate = (x: number, y: number, w: number): string =>
    each(7, (i) => fruit(x + w * (0.1 + i * 0.133), y - w * 0.4 - (i % 2) * 5, w * 0.085)) +
    each(6, (i) => fruit(x + w * (0.17 + i * 0.133), y - w * 0.48 - (i % 2) * 4, w * 0.085)) +
    rect(x, y - w * 0.4, w, w * 0.4, '#c08a4f') +
    each(
      3,
      (i) =>
        rect(x, y - w * 0.38 + i * w * 0.135, w, w * 0.095, i % 2 ? '#d9a768' : '#cf9a5c') +
        rect(x, y - w * 0.29 + i * w * 0.135, w, 3, '#86592f'),
    ) +
    rect(x, y - w * 0.4, w * 0.07, w * 0.4, '#a8743f') +
    rect(x + w * 0.93, y - w * 0.4, w * 0.07, w * 0.4, '#a8743f');
  return (
    sky(['#4fa3c0', '#a3d0cc', '#f5eec8', '#fde3a8'], 560) +
    heap(400, 220, 340, '#ffffff', '#dfe6da', 4) +
    heap(1240, 170, 300, '#ffffff', '#dfe6da', 9) +
    hills(480, 170, 340, 95, '#8fb8ac', '#dbe2b8', 5) +
    hills(530, 110, 230, 97, '#6fa27a', '#c9d698', 8) +
    each(9, (i) => fade(0.9, citrus(40 + i * 190, 600 + (i % 2) * 10, 120, i + 3, 0.42))) +
    ground(590, '#b9c46a', '#7a8a42', '#5f7a3a', 5, 60) +
    each(7, (i) => citrus(-20 + i * 270, 690 + (i % 2) * 14, 220, i + 33, 0.16)) +
    path('M700 600Q760 760 560 1010L1080 1010Q900 780 760 600Z', '#dcc184', 'opacity="0.75"') +
    citrus(330, 880, 560, 71) +
    citrus(1290, 890, 580, 74) +
    line(960, 900, 1060, 520, '#b98a4f', 12) +
    line(1030, 906, 1110, 530, '#a8763f', 12) +
    each(6, (i) => line(978 + i * 16, 830 - i * 58, 1046 + i * 12, 832 - i * 58, '#b98a4f', 8)) +
    person({
      x: 1030,
      y: 730,
      h: 330,
      pose: { near: [128, 18], far: [104, 30], legNear: [10, -14], legFar: [-4, -2], lean: 6 },
      top: '#c8453a',
      bottom: '#34465f',
      style: 'straw',
      hat: '#f0cf83',
    }) +
    person({
      x: 640,
      y: 930,
      h: 330,
      pose: { near: [40, 42], far: [46, 46], legNear: [16, -6], legFar: [-14, -10], lean: 8 },
      top: '#2f7d8c',
      bottom: '#3d3a50',
      wear: 'apron',
      trim: '#f0e2c8',
      style: 'bun',
    }) +
    crate(690, 812, 128) +
    crate(760, 985, 170) +
    crate(905, 990, 150) +
    crate(810, 925, 150) +
    grass(-20, 560, 1005, 60, 120, '#5f8a3a', 4) +
    grass(1080, 1620, 1005, 60, 120, '#5f8a3a', 5)
  );
}
