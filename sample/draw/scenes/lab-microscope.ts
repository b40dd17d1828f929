import {
  circ,
  dark,
  each,
  fade,
  glow,
  group,
  H,
  light,
  lin,
  n,
  oval,
  path,
  pick,
  poly,
  rect,
  rng,
  round,
  W,
} from '../kit/core.ts';
import { person } from '../kit/people.ts';

export function labMicroscope(): string {
  const flask = (x: number, y: number, s: number, c: string): string =>
    path(
      `M${n(x - s * 0.14)} ${n(y - s)}V${n(y - s * 0.6)}L${n(x - s * 0.5)} ${n(y - s * 0.08)}Q${n(x - s * 0.5)} ${n(y)} ${n(x - s * 0.4)} ${n(y)}H${n(x + s * 0.4)}Q${n(x + s * 0.5)} ${n(y)} ${n(x + s * 0.5)} ${n(y - s * 0.08)}L${n(x + s * 0.14)} ${n(y - s * 0.6)}V${n(y - s)}Z`,
      '#e6f4f2',
      'opacity="0.75"',
    ) +
    path(
      `M${n(x - s * 0.32)} ${n(y - s * 0.34)}L${n(x - s * 0.5)} ${n(y - s * 0.08)}Q${n(x - s * 0.5)} ${n(y)} ${n(x - s * 0.4)} ${n(y)}H${n(x + s * 0.4)}Q${n(x + s * 0.5)} ${n(y)} ${n(x + s * 0.5)} ${n(y - s * 0.08)}L${n(x + s * 0.32)} ${n(y - s * 0.34)}Z`,
      lin([
        [0, light(c, 0.25)],
        [1, c],
      ]),
    ) +
    rect(x - s * 0.19, y - s * 1.03, s * 0.38, s * 0.06, '#f6fbf8') +
    path(
      `M${n(x - s * 0.1)} ${n(y - s * 0.9)}V${n(y - s * 0.56)}L${n(x - s * 0.36)} ${n(y - s * 0.14)}`,
      'none',
      'stroke="#ffffff" stroke-width="4" opacity="0.7"',
    );
  const micro = group(
    round(
      -190,
      -44,
      380,
      48,
      18,
      lin([
        [0, '#3a4a60'],
        [1, '#1d2a3c'],
      ]),
    ) +
      path(
        'M60 -44Q196 -60 206 -230Q212 -380 110 -450L60 -400Q134 -350 126 -236Q118 -140 10 -110V-44Z',
        lin(
          [
            [0, '#f6f2e6'],
            [0.6, '#dcd8cc'],
            [1, '#a9aab0'],
          ],
          0,
          0,
          1,
          0,
        ),
      ) +
      path('M150 -420Q212 -370 206 -230Q196 -60 60 -44L90 -44Q230 -70 226 -240Q222 -380 150 -440Z', '#8f96a3') +
      round(-150, -176, 260, 26, 6, '#24324a') +
      rect(-60, -150, 70, 30, '#1d2a3c') +
      rect(-80, -184, 110, 8, '#bfe8ea') +
      oval(-24, -181, 14, 5, '#e0508a') +
      path(
        'M170 -452Q120 -500 40 -470L-40 -430L-10 -340L60 -380Q110 -410 150 -380Z',
        lin([
          [0, '#ece8dc'],
          [1, '#a9aab0'],
        ]),
      ) +
      circ(168, -150, 42, '#3a4a60') +
      circ(168, -150, 24, '#5f7088') +
      circ(186, -260, 26, '#3a4a60') +
      group(
        round(
          -42,
          -180,
          84,
          150,
          12,
          lin(
            [
              [0, '#ffffff'],
              [1, '#c9c9c8'],
            ],
            0,
            0,
            1,
            0,
          ),
        ) +
          round(-34, -300, 68, 126, 10, '#2f3f56') +
          round(-44, -322, 88, 34, 10, '#1d2a3c') +
          rect(-42, -70, 84, 14, '#e0592f') +
          round(-54, -34, 108, 30, 8, '#3a4a60') +
          poly(
            [
              [-40, -6],
              [-14, -6],
              [-18, 52],
              [-34, 52],
            ],
            '#b8bfc4',
          ) +
          poly(
            [
              [0, -6],
              [30, -6],
              [24, 74],
              [8, 74],
            ],
            '#d9dee0',
          ) +
          rect(8, 50, 16, 8, '#e0a53a') +
          poly(
            [
              [36, -6],
              [56, -8],
              [60, 34],
              [46, 36],
            ],
            '#8f99a3',
          ),
        'transform="translate(-10 -290) rotate(-16)"',
      ),
    'transform="translate(800 850) scale(-1.12 1.12)"',
  );
  const r = rng(31);
  const cells = each(26, () => {
    const a = r() * 6.28;
    const q = Math.sqrt(r()) * 150;
    const [x, y, s] = [330 + Math.cos(a) * q, 330 + Math.sin(a) * q, 16 + r() * 22];
    const c = pick(['#e0508a', '#f2a03f', '#4fb0a6', '#8a5ac0'], Math.floor(r() * 4));
    return (
      circ(x, y, s, c, 'opacity="0.75"') +
      circ(x + s * 0.1, y, s * 0.42, dark(c, 0.3)) +
      circ(x - s * 0.3, y - s * 0.35, s * 0.16, '#ffffff', 'opacity="0.7"')
    );
  });
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#123a4c'],
        [0.6, '#1f6470'],
        [1, '#2f8a88'],
      ]),
    ) +
    each(4, (i) => rect(90 + i * 380, 40, 330, 12, '#2f7f88')) +
    rect(1160, 120, 420, 14, '#2f8088') +
    rect(1160, 320, 420, 14, '#2f8088') +
    flask(1180, 120, 90, '#f2a03f') +
    flask(1290, 120, 110, '#e0508a') +
    round(1370, 40, 60, 80, 6, '#e6f4f2', 'opacity="0.8"') +
    rect(1370, 74, 60, 46, '#6fc0b0') +
    flask(1480, 120, 84, '#8a5ac0') +
    each(
      7,
      (i) =>
        round(1150 + i * 52, 240, 30, 80, 10, '#e6f4f2', 'opacity="0.75"') +
        round(1150 + i * 52, 268, 30, 52, 10, pick(['#e0592f', '#f2c24a', '#4fb0a6', '#e0508a'], i % 4)),
    ) +
    rect(1140, 256, 380, 12, '#c98a4a') +
    glow(760, 560, 620, '#8fe8dc', 0.5) +
    circ(330, 330, 214, '#0d2c3a') +
    circ(
      330,
      330,
      198,
      lin([
        [0, '#fdf3dc'],
        [1, '#f2dcc4'],
      ]),
    ) +
    group(cells) +
    circ(330, 330, 206, 'none', 'stroke="#dff0ea" stroke-width="10"') +
    path('M520 430L770 630', 'none', 'stroke="#dff0ea" stroke-width="4" stroke-dasharray="6 14"') +
    path(
      'M190 250Q240 170 340 158',
      'none',
      'stroke="#ffffff" stroke-width="10" opacity="0.6" stroke-linecap="round"',
    ) +
    person({
      x: 1140,
      y: 1012,
      h: 900,
      dir: -1,
      pose: { near: [34, 62], far: [30, 40], legNear: [0, 0], legFar: [0, 0], lean: 24, nod: 4 },
      top: '#fdfaf2',
      bottom: '#3f6f80',
      style: 'bun',
      wear: 'coat',
      skin: '#e8b48f',
    }) +
    rect(
      0,
      850,
      W,
      160,
      lin([
        [0, '#e6efe6'],
        [0.2, '#b5cfc8'],
        [1, '#5f8f90'],
      ]),
    ) +
    rect(0, 846, W, 14, '#ffffff') +
    fade(0.3, oval(850, 866, 330, 14, '#0d2c3a')) +
    micro +
    flask(360, 880, 190, '#4fc0b0') +
    flask(210, 900, 150, '#f2a03f') +
    each(
      5,
      (i) =>
        round(470 + i * 34, 790, 24, 96, 10, '#e6f4f2', 'opacity="0.85"') +
        round(470 + i * 34, 820, 24, 66, 10, pick(['#e0508a', '#8a5ac0', '#f2c24a', '#e0592f', '#4fb0a6'], i)),
    ) +
    rect(456, 812, 196, 14, '#c98a4a') +
    rect(456, 876, 196, 14, '#c98a4a') +
    oval(1180, 900, 90, 20, '#dff0ea') +
    oval(1180, 894, 90, 20, '#f6fbf4') +
    oval(1180, 894, 70, 14, '#f2b8c8') +
    glow(826, 648, 80, '#ffe8f4', 0.8)
  );
}
