import { type Camera, quad, scale, see } from '../kit/camera.ts';
import {
  circ,
  each,
  fade,
  glow,
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
import { type Person, type Pose, person, poses, skins } from '../kit/people.ts';
import { sky } from '../kit/sky.ts';

const blobStar = (x: number, y: number, r: number): string =>
  `M${Array.from({ length: 5 }, (_, i) => `${n(x + Math.cos(i * 1.2566 - 1.57) * r)} ${n(y + Math.sin(i * 1.2566 - 1.57) * r)}`).join('L')}Z`;

export function footballPitch(): string {
  const c: Camera = { x: 800, y: 330, f: 1500, eye: 3.3 };
  const player = (
    x: number,
    z: number,
    pose: Pose,
    top: string,
    bottom: string,
    dir: 1 | -1,
    o: Partial<Person> = {},
  ): string => {
    const [px, py] = see(c, x, 0, z);
    return (
      fade(
        0.3,
        poly(
          [
            [px - 14, py],
            [px + 14, py],
            [px + 150 * (8 / z), py + 26],
            [px + 110 * (8 / z), py + 34],
          ],
          '#0d2a22',
        ),
      ) +
      person({
        x: px,
        y: py,
        h: scale(c, z) * 1.78,
        pose,
        top,
        bottom,
        dir,
        wear: 'shorts',
        sleeve: 'short',
        shoe: '#f6e27a',
        ...o,
      })
    );
  };
  const r = rng(4);
  const crowd = each(420, (i) => {
    const [rowN, k] = [Math.floor(i / 70), i % 70];
    return circ(
      k * 23.4 + (rowN % 2) * 11,
      196 + rowN * 17 + r() * 4,
      7,
      mix(pick(['#d8452f', '#2f5f9c', '#f4ecdc', '#e8b03f', '#3f4a6a'], Math.floor(r() * 5)), '#2b3a58', 0.35),
    );
  });
  const lamps = [150, 1450]
    .map(
      (x) =>
        line(x, 300, x, 20, '#3f5068', 10) +
        round(x - 80, 10, 160, 66, 8, '#33445c') +
        each(15, (i) => circ(x - 62 + (i % 5) * 31, 24 + Math.floor(i / 5) * 20, 8, '#fffbe8')) +
        glow(x, 44, 330, '#fff6d0', 0.75),
    )
    .join('');
  const [bx, by] = see(c, 0.55, 0.24, 10.4);
  return (
    sky(['#131f45', '#27407a', '#5f7fa8'], 330) +
    path('M-20 160Q800 90 1620 160V330H-20Z', '#25345a') +
    path('M-20 120Q800 46 1620 120L1620 150Q800 76 -20 150Z', '#e8e2d4') +
    crowd +
    rect(0, 296, W, 40, '#1f2c4c') +
    each(9, (i) => rect(i * 180 + 4, 300, 172, 32, pick(['#c8402f', '#2f7d8c', '#e0a53a', '#f2ead8'], i % 4))) +
    lamps +
    rect(0, 332, W, 680, '#3f9a5a') +
    each(14, (i) =>
      i % 2
        ? ''
        : quad(
            c,
            [
              [-60, 0, 5 + i * 4.4],
              [60, 0, 5 + i * 4.4],
              [60, 0, 9.4 + i * 4.4],
              [-60, 0, 9.4 + i * 4.4],
            ],
            '#4fae66',
          ),
    ) +
    quad(
      c,
      [
        [-60, 0, 3],
        [60, 0, 3],
        [60, 0, 5],
        [-60, 0, 5],
      ],
      '#4fae66',
    ) +
    wire(
      `M${Array.from({ length: 40 }, (_, i) =>
        see(c, Math.cos((i / 39) * 6.2832) * 7.6, 0, 14.5 + Math.sin((i / 39) * 6.2832) * 5.2)
          .map(n)
          .join(' '),
      ).join('L')}`,
      '#f4f6e6',
      6,
    ) +
    line(...see(c, -60, 0, 16), ...see(c, 60, 0, 16), '#f4f6e6', 5) +
    line(...see(c, -60, 0, 46), ...see(c, 60, 0, 46), '#f4f6e6', 3) +
    wire(
      `M${see(c, -4, 0, 46).map(n).join(' ')}L${see(c, -4, 2.6, 46).map(n).join(' ')}L${see(c, 4, 2.6, 46).map(n).join(' ')}L${see(c, 4, 0, 46).map(n).join(' ')}`,
      '#ffffff',
      5,
    ) +
    fade(
      0.4,
      each(9, (i) => line(...see(c, -4 + i, 0, 46.5), ...see(c, -4 + i, 2.6, 46.5), '#ffffff', 1.4)),
    ) +
    player(0.2, 42, { near: [70, 10], far: [70, 10], legNear: [20, -20], legFar: [20, -20] }, '#f0c23f', '#2a2c3c', 1, {
      view: 'front',
    }) +
    player(-9, 30, poses.run, '#d8402f', '#f4ecdc', 1) +
    player(8, 27, poses.runB, '#2f62a8', '#24406c', -1) +
    player(-6.5, 19, poses.stand, '#2f62a8', '#24406c', 1) +
    player(6.2, 17.5, poses.run, '#d8402f', '#f4ecdc', -1) +
    player(-3.6, 13.5, poses.run, '#2f62a8', '#24406c', 1) +
    player(
      1.6,
      11.2,
      { near: [-60, 40], far: [70, 20], legNear: [54, -20], legFar: [-30, -46], lean: -8 },
      '#2f62a8',
      '#24406c',
      -1,
      { skin: skins[1] },
    ) +
    player(
      -0.9,
      10.2,
      { near: [-50, 30], far: [64, 50], legNear: [46, -14], legFar: [-34, -40], lean: 10 },
      '#d8402f',
      '#f4ecdc',
      1,
    ) +
    oval(bx + 6, by + 24, 24, 5, '#0d2a22', 'opacity="0.35"') +
    circ(bx, by, 23, '#fdfbf2') +
    path(blobStar(bx, by, 8), '#2a2c38') +
    each(5, (i) => circ(bx + Math.cos(i * 1.2566 - 0.3) * 18, by + Math.sin(i * 1.2566 - 0.3) * 18, 4.4, '#2a2c38')) +
    each(14, (i) => oval(bx - 40 - i * 7, by + 14 - ((i * 37) % 22), 4, 2, '#b8dc8a')) +
    glow(800, 620, 620, '#f4ffd0', 0.16, 300)
  );
}
