import {
  circ,
  each,
  fade,
  glow,
  group,
  H,
  lin,
  line,
  mix,
  n,
  oval,
  path,
  pick,
  poly,
  rect,
  rng,
  round,
  W,
  wire,
} from '../kit/core.ts';
import { type Person, person } from '../kit/people.ts';

export function pressRoom(): string {
  const r = rng(3);
  const head = (x: number, y: number, s: number, hair: string, shirt: string): string =>
    path(
      `M${n(x - s * 1.5)} ${n(y + s * 4)}Q${n(x - s * 1.5)} ${n(y + s * 1.2)} ${n(x)} ${n(y + s * 1.1)}Q${n(x + s * 1.5)} ${n(y + s * 1.2)} ${n(x + s * 1.5)} ${n(y + s * 4)}Z`,
      shirt,
    ) +
    rect(x - s * 0.3, y + s * 0.5, s * 0.6, s * 0.9, '#b98664') +
    oval(x, y, s * 0.74, s * 0.92, hair) +
    oval(x - s * 0.72, y + s * 0.15, s * 0.12, s * 0.2, '#d9a07a') +
    oval(x + s * 0.72, y + s * 0.15, s * 0.12, s * 0.2, '#d9a07a');
  const camera = (x: number, y: number, s: number): string =>
    group(
      wire('M0 20L-70 300M0 20L70 300M0 20V300', '#14182a', 9) +
        round(-80, -60, 150, 84, 12, '#20253a') +
        round(-120, -48, 54, 60, 8, '#14182a') +
        round(40, -84, 50, 40, 6, '#20253a') +
        circ(-120, -18, 30, '#0e1222') +
        circ(-120, -18, 18, '#3f5f8c') +
        circ(52, -40, 6, '#e8402f'),
      `transform="translate(${x} ${y}) scale(${s})"`,
    );
  const speaker: Person = {
    x: 800,
    y: 860,
    h: 660,
    view: 'front',
    pose: { near: [24, -52], far: [36, 50], legNear: [0, 0], legFar: [0, 0] },
    top: '#26375a',
    bottom: '#1d2740',
    style: 'bob',
  };
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#16305a'],
        [1, '#2f5f8f'],
      ]),
    ) +
    rect(
      160,
      60,
      1280,
      560,
      lin([
        [0, '#2f74a8'],
        [1, '#7fb5c4'],
      ]),
    ) +
    path('M160 470Q500 380 800 440Q1100 500 1440 380V620H160Z', '#5f9fb5') +
    path('M160 540Q520 470 860 530Q1180 580 1440 490V620H160Z', '#3f7f9c') +
    fade(
      0.6,
      wire(
        'M700 500V230M700 240L480 505M700 270L540 500M700 300L600 497M700 240L920 505M700 270L860 503M700 300L800 500M440 506H1000',
        '#eaf3ea',
        5,
      ),
    ) +
    wire('M160 60H1440V620H160Z', '#e8d3a0', 10) +
    each(
      5,
      (i) =>
        rect(240 + i * 270, 0, 70, 22, '#fff6d8') +
        path(
          `M${240 + i * 270} 20H${310 + i * 270}L${430 + i * 270 - (i - 2) * 60} 640H${120 + i * 270 - (i - 2) * 60}Z`,
          '#fff6d8',
          'opacity="0.07"',
        ),
    ) +
    rect(0, 640, W, 370, '#1a2946') +
    rect(300, 690, 1000, 70, '#9a6a48') +
    rect(300, 684, 1000, 12, '#c9966a') +
    glow(800, 440, 430, '#fff0c8', 0.5) +
    person(speaker) +
    path('M778 412L800 452L822 412L810 404H790Z', '#fdf8ea') +
    path('M794 440L806 440L812 520L800 534L788 520Z', '#c8402f') +
    poly(
      [
        [610, 590],
        [990, 590],
        [950, 900],
        [650, 900],
      ],
      lin([
        [0, '#b98256'],
        [1, '#7a4c34'],
      ]),
    ) +
    poly(
      [
        [590, 566],
        [1010, 566],
        [996, 600],
        [604, 600],
      ],
      '#d9a672',
    ) +
    circ(800, 690, 46, '#e8c98a') +
    wire('M766 700Q784 678 800 700Q816 722 834 700M766 680Q784 658 800 680Q816 702 834 680', '#8a5a3c', 7) +
    each(7, (i) => {
      const x = 670 + i * 43;
      const t = (i - 3) * 0.5;
      return (
        line(x, 570, 800 + (x - 800) * 0.5, 500 + Math.abs(t) * 12, '#14182a', 6) +
        group(
          round(-10, -34, 20, 38, 9, '#14182a') +
            rect(
              -11,
              -8,
              22,
              12,
              pick(['#e8402f', '#f2b632', '#3f9ad0', '#4fa36a', '#f4ecdc', '#8a5aa0', '#ef7a2c'], i),
            ),
          `transform="translate(${n(800 + (x - 800) * 0.5)} ${n(502 + Math.abs(t) * 12)}) rotate(${t * 16})"`,
        )
      );
    }) +
    camera(250, 560, 1.1) +
    group(camera(0, 0, 1.1), 'transform="translate(1350 560) scale(-1 1)"') +
    each(7, (i) =>
      head(
        90 + i * 236,
        740 + (i % 2) * 14,
        40,
        pick(['#231f2c', '#33262a', '#1d1c28'], i % 3),
        mix(pick(['#3f5a80', '#7a4450', '#4f6f6a', '#6a5a7a'], Math.floor(r() * 4)), '#16213c', 0.3),
      ),
    ) +
    each(6, (i) =>
      head(
        200 + i * 245,
        850 + (i % 2) * 18,
        54,
        pick(['#1d1a26', '#2a2026', '#16161f'], i % 3),
        mix(pick(['#2f4468', '#5f3440', '#3a5450', '#4a3f60'], Math.floor(r() * 4)), '#0f1730', 0.45),
      ),
    ) +
    path('M1010 900L1042 700Q1046 676 1064 680L1080 900Z', '#2a3a60') +
    circ(1056, 672, 22, '#c98f6a') +
    round(1036, 600, 46, 74, 8, '#10162a') +
    round(1040, 606, 38, 60, 4, '#bfe0ea') +
    glow(330, 520, 90, '#ffffff', 0.8)
  );
}
