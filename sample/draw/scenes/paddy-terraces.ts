import { house } from '../kit/buildings.ts';
import {
  dark,
  each,
  fractal,
  group,
  lerp,
  lin,
  mix,
  open,
  type P,
  path,
  pick,
  range,
  rng,
  rows,
  wire,
} from '../kit/core.ts';
import { grass, hills } from '../kit/land.ts';
import { person, poses } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { bars, birds, mist, sky, sun } from '../kit/sky.ts';

export function paddyTerraces(): string {
  const r = rng(7);
  const bands = 12;
  let out = '';
  for (let k = 0; k < bands; k++) {
    const t = k / (bands - 1);
    const y = lerp(430, 960, t ** 1.35);
    const thick = lerp(13, 40, t);
    const amp = lerp(26, 62, t);
    const shift = k * 1.7;
    const edge = (o: number): P[] =>
      range(28).map(
        (i): P => [-40 + i * 62, y + o + Math.sin(i * 0.33 + shift) * amp + fractal(i * 0.35, 30 + k, 2) * amp * 0.8],
      );
    const shine = pick(['#fbe3b0', '#f3c9a0', '#c8cfc4', '#a9c6cc', '#8fb6c6'], k % 5);
    const green = mix('#a9b86a', '#3f7040', t);
    out +=
      path(`${open(edge(-thick))}L1640 1040L-60 1040Z`, green) +
      path(`${open(edge(-thick * 0.55))}L1640 1040L-60 1040Z`, dark(green, 0.38)) +
      path(
        `${open(edge(0))}L1640 1040L-60 1040Z`,
        lin([
          [0, shine],
          [0.22, mix(shine, '#7faab8', 0.35)],
          [1, '#5f8fa6'],
        ]),
      );
    out += wire(open(edge(3)), '#ffffff', 1.6, 'opacity="0.5"');
    if (k > 2)
      out += each(26, (i) => {
        const e = edge(lerp(8, 26, t));
        const p = pick(e, (i * 5) % 27);
        return r() > 0.3
          ? grass(
              p[0] - 20,
              p[0] + 50,
              p[1] + r() * 24,
              lerp(8, 24, t),
              5,
              r() > 0.5 ? '#7fae4e' : '#5a9446',
              k * 40 + i,
            )
          : '';
      });
  }
  const ox = group(
    path(
      'M-70 -46Q-64 -76 -20 -74L30 -74Q54 -80 66 -70L86 -60Q94 -48 82 -42L62 -44Q52 -36 46 -30L48 0L36 0L32 -26L-34 -26L-40 0L-54 0L-54 -30Q-70 -30 -70 -46Z',
      '#4a4148',
    ) +
      path('M60 -70Q50 -96 24 -98Q46 -86 56 -66ZM68 -70Q82 -92 104 -92Q88 -82 76 -64Z', '#cfc0a4') +
      wire('M-68 -56Q-84 -40 -78 -18', '#4a4148', 4) +
      path('M-70 -46Q-64 -30 -34 -26L32 -26Q48 -36 62 -44Q20 -36 -70 -46Z', '#2f2a33', 'opacity="0.5"'),
    'transform="translate(880 742) scale(1.35)"',
  );
  return (
    sky(['#7f9fc0', '#c4bfc4', '#f8cfa4', '#ffe2a8'], 470) +
    bars(12, 60, 300, '#ffe6cc', 13, 0.6, 440) +
    sun(800, 300, 58, '#fff6d6', '#ffdf9f', 6) +
    hills(440, 330, 190, 207, '#a3aec0', '#efcfae', 0) +
    hills(446, 210, 150, 215, '#8596ac', '#e6c8a6', 3) +
    hills(450, 110, 240, 72, '#6f8f86', '#d9cfa8', 8) +
    mist(440, 90, '#fde6c0', 0.75) +
    out +
    mist(470, 60, '#fdeccb', 0.5) +
    group(ox, 'transform="translate(0 1520) scale(1 -1)" opacity="0.22"') +
    ox +
    person({
      x: 700,
      y: 752,
      h: 196,
      pose: { near: [54, 24], far: [44, 30], legNear: [16, -8], legFar: [-14, -10], lean: 12 },
      top: '#c8553d',
      bottom: '#3d4a5c',
      style: 'straw',
      hat: '#f0d089',
    }) +
    wire('M768 664L830 690L900 700', '#5a4636', 5) +
    wire('M800 690L790 752', '#5a4636', 6) +
    rows([260, 640, 130], [360, 650, 120], [1230, 660, 130])
      .map(([x, y, h], i) =>
        person({
          x,
          y,
          h,
          dir: i === 2 ? -1 : 1,
          pose: poses.bend,
          top: pick(['#e6b23a', '#3f6f9c', '#8c3b55'], i),
          bottom: '#3d4a5c',
          style: 'straw',
          hat: '#f0d089',
        }),
      )
      .join('') +
    tree(1440, 640, 200, '#5f8a4a', 4) +
    house(1300, 560, 120, 92, { wall: '#f0dfc0', wood: '#6a4a3a', roof: '#5d5560', floors: 1 }) +
    tree(170, 560, 140, '#6f9450', 9) +
    birds(6, 560, 350, 130, '#5a5a6a', 4, 13)
  );
}
