import { ship } from '../kit/boats.ts';
import { circ, dark, each, group, lin, n, path, pick, poly, rect, rng, W, wire } from '../kit/core.ts';
import { hills, ripples, water } from '../kit/land.ts';
import { person, poses } from '../kit/people.ts';
import { bars, birds, sky } from '../kit/sky.ts';
import { quayCrane } from '../kit/vehicles.ts';

export function containerPort(): string {
  const colors = ['#d2502f', '#2f6d8c', '#e2a53a', '#3c8a6b', '#8c3b45', '#e9ddc4', '#5a6a8c'];
  const r = rng(6);
  const stack = (x: number, y: number, cols: number, rows: number, w: number, h: number): string =>
    each(cols, (i) =>
      each(rows - Math.floor(r() * 2.4), (j) => {
        const c = pick(colors, Math.floor(r() * 7));
        return (
          rect(x + i * w, y - (j + 1) * h, w - 2, h - 1.5, c) +
          rect(x + i * w, y - j * h - h * 0.25, w - 2, h * 0.2, dark(c, 0.25)) +
          wire(
            each(7, (q) => `M${n(x + i * w + w * (0.1 + q * 0.13))} ${n(y - (j + 1) * h + h * 0.16)}v${n(h * 0.6)}`),
            dark(c, 0.2),
            1.6,
          )
        );
      }),
    );
  return (
    sky(['#2f6f9e', '#71a9c4', '#c9dcd6', '#f6e5c2'], 600) +
    bars(14, 60, 330, '#ffffff', 3, 0.5, 520) +
    hills(570, 110, 340, 32, '#86a9b8', '#c6d6d4', 5) +
    hills(580, 50, 200, 35, '#63909f', '#b0c8c8', 6) +
    water(576, '#8fbcc4', '#1f5a76') +
    ripples(580, 140, '#e6f0e4', 5, 0.4) +
    quayCrane(1080, 690, 1.25, '#c64a35') +
    quayCrane(1410, 690, 1.25, '#c64a35') +
    quayCrane(720, 690, 1.25, '#c64a35') +
    ship(760, 734, 1.95, '#23405c', colors, -1, 6) +
    ripples(744, 50, '#d6e8e2', 9, 0.5, 200, 1400, 820) +
    group(path('M100 752Q700 730 1300 756L1300 766Q700 744 100 766Z', '#e4f0ea'), 'opacity="0.5"') +
    rect(
      0,
      812,
      W,
      200,
      lin([
        [0, '#a39b8c'],
        [1, '#5c5a5c'],
      ]),
    ) +
    rect(0, 806, W, 12, '#d8b13c') +
    each(40, (i) =>
      poly(
        [
          [i * 44, 806],
          [i * 44 + 22, 806],
          [i * 44 + 10, 818],
          [i * 44 - 12, 818],
        ],
        '#2d2d33',
      ),
    ) +
    stack(-40, 1000, 4, 4, 118, 50) +
    stack(1180, 1000, 4, 4, 118, 50) +
    rect(560, 882, 230, 62, '#2f6d8c') +
    rect(560, 926, 230, 18, '#24556f') +
    wire(
      each(12, (q) => `M${578 + q * 18} 892v40`),
      '#255a75',
      2,
    ) +
    rect(540, 944, 360, 12, '#2b2c35') +
    path('M806 944V888H850Q872 890 876 920L880 944Z', '#e9ddc4') +
    rect(838, 896, 30, 24, '#3d5560') +
    each(
      5,
      (i) =>
        circ(pick([576, 612, 752, 824, 868], i), 958, 15, '#1f2028') +
        circ(pick([576, 612, 752, 824, 868], i), 958, 6, '#8f959c'),
    ) +
    person({
      x: 1010,
      y: 976,
      h: 132,
      pose: poses.raise,
      dir: -1,
      top: '#e98a2e',
      bottom: '#2c3a52',
      style: 'hard',
      hat: '#f5e6c0',
      wear: 'vest',
      trim: '#f7d94c',
    }) +
    birds(7, 500, 200, 200, '#ffffff', 3, 15)
  );
}
