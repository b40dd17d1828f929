import { gable, roof, skyline } from '../kit/buildings.ts';
import { dark, each, group, mix, path, rect, rng, W } from '../kit/core.ts';
import { hills } from '../kit/land.ts';
import { pagoda } from '../kit/landmarks.ts';
import { tree } from '../kit/plants.ts';
import { bars, birds, mist, sky, sun } from '../kit/sky.ts';

export function oldTownRoofs(): string {
  const row2 = (y: number, s: number, seed: number, tile: string, wall: string, hz: number): string => {
    const r = rng(seed);
    const m = (q: string): string => mix(q, '#f3c9a0', hz);
    let out = '';
    let x = -80 - r() * 100;
    while (x < W) {
      const w = s * (1.5 + r() * 1.1);
      const yy = y + (r() - 0.5) * s * 0.24;
      if (r() > 0.4)
        out +=
          rect(x, yy - s * 0.1, w, s * 1.3, m(wall)) +
          rect(x + w * 0.7, yy - s * 0.1, w * 0.3, s * 1.3, m(dark(wall, 0.14))) +
          each(3, (i) =>
            rect(x + w * (0.14 + i * 0.27), yy + s * 0.12, w * 0.13, s * 0.24, m(r() > 0.6 ? '#f6b95f' : '#5d4a4a')),
          ) +
          roof(x, yy, w, s * 0.56, m(tile));
      else out += gable(x, yy + s * 1.1, w * 0.8, s * 1.75, m(wall), m(tile), seed + Math.round(x));
      x += w * 0.94;
    }
    return out;
  };
  return (
    sky(['#557a9c', '#9fb0b4', '#f2c99a', '#fbdba6'], 460) +
    bars(12, 50, 280, '#fff0d6', 6, 0.55, 500) +
    sun(1130, 300, 54, '#fff3cf', '#ffdca0', 5) +
    hills(420, 190, 330, 51, '#9aa3ae', '#e9c7a4', 5) +
    hills(450, 90, 200, 53, '#7f8b96', '#e3bd98', 6) +
    skyline(470, 3, '#c3a99c', '#e6c29c', { x0: -20, x1: 420, min: 50, max: 140, w: 44, glass: '#a89590' }) +
    row2(470, 62, 3, '#8a8188', '#f0dcc0', 0.45) +
    mist(500, 80, '#fbd9ac', 0.6) +
    row2(540, 86, 8, '#737480', '#f4e3c8', 0.25) +
    tree(420, 640, 210, '#7f8a4a', 3) +
    pagoda(800, 650, 500, 6, '#e8c79c', '#4f5663') +
    tree(1150, 660, 190, '#c98a3a', 8) +
    tree(560, 655, 150, '#6d8a52', 12) +
    row2(650, 124, 11, '#5d626f', '#f7e8cf', 0.08) +
    tree(1430, 790, 200, '#d0762f', 5) +
    row2(800, 176, 21, '#4c5361', '#f5e4c8', 0) +
    tree(190, 960, 260, '#5f7d4a', 9) +
    roof(380, 1010, 900, 190, '#39404f', 0.1) +
    group(
      path('M0 0Q-14 -40 8 -56Q4 -74 14 -80L20 -72L30 -80Q38 -72 34 -58Q50 -40 44 0Z', '#e08a3a') +
        path('M44 -4Q74 -6 76 -40Q80 -50 86 -42Q84 2 46 6Z', '#c9702a') +
        path('M20 -56Q12 -30 16 0L28 0Q30 -30 28 -54Z', '#f6e2c4'),
      'transform="translate(800 806) scale(1.15)"',
    ) +
    birds(9, 560, 230, 190, '#4d5a6a', 7, 17)
  );
}
