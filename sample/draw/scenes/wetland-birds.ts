import { skyline } from '../kit/buildings.ts';
import { circ, group, lin, n, oval, path, rows, wire } from '../kit/core.ts';
import { glitter, hills, ripples, water } from '../kit/land.ts';
import { reeds } from '../kit/plants.ts';
import { bars, birds, sky, sun } from '../kit/sky.ts';

/** An egret about 100 units tall, facing right. */
function egret(x: number, y: number, s: number, dir = 1, down = false): string {
  const neck = down ? 'M20 -56Q50 -66 52 -34Q54 -16 66 -8' : 'M20 -58Q46 -64 34 -86Q26 -104 46 -108';
  const head = down
    ? path('M58 -14Q70 -16 74 -6L96 10L68 0Z', '#fdfaf0') + path('M72 -7L98 12L70 -1Z', '#e8a53a')
    : path('M40 -114Q54 -116 58 -107L60 -104L44 -101Z', '#fdfaf0') +
      path('M57 -109L92 -104L57 -103Z', '#e8a53a') +
      wire('M42 -113Q26 -116 16 -106', '#fdfaf0', 1.8) +
      circ(52, -108, 1.8, '#2a2a33');
  return group(
    wire('M2 -40L-2 -18L2 2M10 -40L12 -20L8 2', '#3a3a40', 2.6) +
      path(
        'M-52 -34Q-30 -66 12 -66Q32 -64 30 -50Q24 -34 -4 -33Q-30 -32 -52 -34Z',
        lin([
          [0, '#ffffff'],
          [1, '#d5dcdc'],
        ]),
      ) +
      path('M-56 -30Q-30 -48 10 -46Q-10 -32 -56 -30Z', '#c6d0d4') +
      wire(neck, '#fdfaf0', 8) +
      head,
    `transform="translate(${n(x)} ${n(y)}) scale(${s * dir} ${s})"`,
  );
}

const flying = (x: number, y: number, s: number, rot = 0): string =>
  group(
    path('M-6 4Q-20 -50 -74 -66Q-60 -40 -52 -30Q-34 4 2 12Z', '#ffffff') +
      path('M4 2Q20 -54 66 -84Q62 -48 52 -32Q36 2 10 12Z', '#dfe5e4') +
      path('M-48 12Q-10 -4 30 0Q46 -10 56 0L84 4L54 8Q30 16 -2 16Q-30 20 -48 12Z', '#fdfaf0') +
      path('M55 1L86 4L56 6Z', '#e8a53a') +
      wire('M-46 12L-86 18', '#3a3a40', 2.4),
    `transform="translate(${n(x)} ${n(y)}) rotate(${rot}) scale(${s})"`,
  );

export function wetlandBirds(): string {
  const main = egret(760, 706, 2.7, 1) + egret(1010, 740, 2.1, -1, true);
  return (
    sky(['#3d6f86', '#8fb0a8', '#f0cf9a', '#fbb87a'], 480) +
    bars(14, 70, 380, '#ffdcae', 17, 0.5, 520) +
    sun(800, 380, 92, '#fff1c6', '#ffd08a', 5) +
    hills(470, 120, 320, 81, '#8f9a94', '#e9bd90', 5) +
    skyline(478, 23, '#a9a09a', '#e6bb92', { min: 20, max: 90, w: 36, glass: '#c0ac9a' }) +
    hills(484, 36, 120, 84, '#6b7a66', '#b59a74', 14) +
    water(480, '#f6c38c', '#2b5866') +
    ripples(486, 130, '#fff0cc', 5, 0.35) +
    glitter(800, 486, 170, '#fff3cc', 4, 0.75, 900, 90) +
    reeds(-20, 380, 590, 120, 70, '#7d7a4a', 6, '#8a5a3a') +
    reeds(1240, 1640, 590, 130, 70, '#7d7a4a', 7, '#8a5a3a') +
    rows([330, 610, 0.8, 1], [470, 640, 0.95, -1], [1250, 640, 1, -1], [1370, 610, 0.75, 1])
      .map(([x, y, s, d]) => egret(x, y, s, d, x === 470))
      .join('') +
    group(main, 'transform="translate(0 1440) scale(1 -1)" opacity="0.28"') +
    ripples(716, 60, '#4f7f86', 8, 0.5) +
    oval(764, 712, 70, 5, '#fff2d4', 'opacity="0.6"') +
    oval(1006, 746, 56, 4, '#fff2d4', 'opacity="0.6"') +
    main +
    flying(520, 250, 1.25, -8) +
    flying(700, 170, 0.85, -4) +
    flying(380, 160, 0.7, -10) +
    flying(1130, 230, 1.0, -12) +
    flying(1290, 150, 0.66, -6) +
    birds(12, 900, 120, 260, '#fdf3e0', 9, 14) +
    path('M-20 1010V900Q160 850 330 910Q420 950 440 1010Z', '#1f3f44') +
    path('M1620 1010V890Q1450 840 1290 910Q1200 950 1180 1010Z', '#1f3f44') +
    reeds(-20, 390, 1000, 380, 60, '#3f5f3f', 16, '#a86a3a') +
    reeds(1230, 1630, 1000, 400, 60, '#3f5f3f', 19, '#a86a3a')
  );
}
