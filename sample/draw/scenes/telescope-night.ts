import { skyline } from '../kit/buildings.ts';
import { circ, each, glow, group, H, lin, line, n, oval, path, pick, rect, rng, round, W } from '../kit/core.ts';
import { hills } from '../kit/land.ts';
import { person } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { stars } from '../kit/sky.ts';

export function telescopeNight(): string {
  const r = rng(44);
  const milky = each(420, () => {
    const t = r();
    const off = (r() + r() + r() - 1.5) * 150;
    const x = 100 + t * 1500 + off * 0.5;
    const y = 560 - t * 620 + off;
    return circ(
      x,
      y,
      0.8 + r() * r() * 3,
      pick(['#fff6e0', '#cfe0ff', '#ffd8c8'], Math.floor(r() * 3)),
      `opacity="${n(0.3 + r() * 0.6)}"`,
    );
  });
  const scope = group(
    path(
      'M-70 0L-20 -190M70 0L20 -190M0 10V-190',
      'none',
      'stroke="#1b2140" stroke-width="16" stroke-linecap="round"',
    ) +
      circ(0, -200, 34, '#2f3a66') +
      group(
        round(
          -150,
          -44,
          330,
          88,
          14,
          lin([
            [0, '#f4ead4'],
            [0.4, '#d9ccb4'],
            [1, '#6f6a80'],
          ]),
        ) +
          rect(120, -52, 78, 104, '#c8553d', 'rx="8"') +
          oval(198, 0, 16, 50, '#9fc8f0') +
          rect(-60, -46, 16, 92, '#c9a24a') +
          round(-200, -20, 60, 40, 8, '#2a3158') +
          round(-236, -14, 44, 28, 8, '#161b38') +
          round(-30, -78, 150, 24, 8, '#3a4474') +
          circ(-180, -34, 12, '#c9a24a'),
        'transform="translate(0 -220) rotate(-38)"',
      ),
    'transform="translate(820 862) scale(1.25)"',
  );
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#0a0f30'],
        [0.45, '#1c2a66'],
        [0.75, '#4f4a8a'],
        [0.92, '#c8788a'],
        [1, '#f0a878'],
      ]),
    ) +
    group(
      glow(700, 330, 900, '#8f8ae0', 0.4, 190) + glow(850, 320, 560, '#ffd0c8', 0.25, 110),
      'transform="rotate(-26 800 330)"',
    ) +
    stars(330, 760, 5) +
    milky +
    line(1130, 120, 1310, 220, '#fff6e0', 3, 'opacity="0.8"') +
    glow(1310, 220, 30, '#fff6e0', 0.9) +
    line(330, 90, 410, 140, '#fff6e0', 2, 'opacity="0.6"') +
    circ(1200, 420, 22, '#f6d9a0') +
    oval(1200, 420, 44, 9, 'none', 'stroke="#f6e6c8" stroke-width="4" transform="rotate(-16 1200 420)"') +
    hills(830, 150, 330, 151, '#3a3a78', '#8a5a80', 5) +
    skyline(850, 153, '#3a3870', '#7a4f7a', { x0: 900, min: 20, max: 90, w: 36, lit: '#ffd28a', share: 0.5 }) +
    hills(880, 90, 230, 157, '#242a5c', '#3f3566', 12) +
    group(
      path('M-130 0V-90H130V0Z', '#c9c4d4') +
        path('M60 -90H130V0H60Z', '#8a86a8') +
        path(
          'M-140 -90Q-140 -230 0 -232Q140 -230 140 -90Z',
          lin([
            [0, '#f4eef0'],
            [1, '#b5b0c8'],
          ]),
        ) +
        path('M-20 -232Q20 -234 44 -226L70 -90H10Z', '#1b2148') +
        path('M60 -222Q140 -200 140 -90H76Z', '#7f7aa0', 'opacity="0.6"') +
        rect(-140, -96, 280, 10, '#8a86a8') +
        rect(-90, -60, 44, 60, '#ffd28a') +
        glow(-68, -30, 90, '#ffd28a', 0.5),
      'transform="translate(300 850) scale(1.15)"',
    ) +
    path('M-20 1010V880Q400 800 800 846Q1200 890 1620 830V1010Z', '#12163a') +
    path('M-20 1010V930Q500 860 900 900Q1300 930 1620 890V1010Z', '#0c1030') +
    scope +
    person({
      x: 610,
      y: 888,
      h: 330,
      pose: { near: [54, 30], far: [40, 40], legNear: [8, 0], legFar: [-10, -4], lean: 12, nod: -14 },
      top: '#e0653f',
      bottom: '#262a58',
      style: 'pony',
    }) +
    person({
      x: 1010,
      y: 880,
      h: 220,
      pose: { near: [148, 4], far: [-6, 8], legNear: [3, 0], legFar: [-4, 0], nod: -18 },
      top: '#f2c24a',
      bottom: '#2f4a80',
      style: 'short',
    }) +
    person({
      x: 1110,
      y: 884,
      h: 350,
      dir: -1,
      pose: { near: [20, 30], far: [-6, 6], legNear: [3, 0], legFar: [-4, 0], nod: -16 },
      top: '#3f6aa0',
      bottom: '#1d2248',
    }) +
    tree(1490, 920, 380, '#1f2a56', 8, '#0f1230') +
    tree(70, 960, 330, '#1f2a56', 18, '#0f1230')
  );
}
