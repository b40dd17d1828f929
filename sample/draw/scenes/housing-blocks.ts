import { skyline, tower } from '../kit/buildings.ts';
import { circ, dark, each, light, lin, line, path, pick, poly, rect, rng, round, W } from '../kit/core.ts';
import { hills } from '../kit/land.ts';
import { person, poses, shadow } from '../kit/people.ts';
import { bush, tree } from '../kit/plants.ts';
import { bars, birds, sky } from '../kit/sky.ts';

export function housingBlocks(): string {
  const block = (x: number, y: number, w: number, h: number, color: string, seed: number): string => {
    const r = rng(seed);
    const cols = 5;
    const rows = Math.round(h / 62);
    const cw = (w * 0.74) / cols;
    const rh = h / rows;
    return (
      rect(
        x,
        y - h,
        w * 0.74,
        h,
        lin([
          [0, light(color, 0.2)],
          [1, color],
        ]),
      ) +
      poly(
        [
          [x + w * 0.74, y - h],
          [x + w, y - h + 26],
          [x + w, y],
          [x + w * 0.74, y],
        ],
        dark(color, 0.3),
      ) +
      poly(
        [
          [x, y - h],
          [x + w * 0.74, y - h],
          [x + w, y - h + 26],
          [x + w * 0.27, y - h + 8],
        ],
        light(color, 0.3),
      ) +
      rect(x + w * 0.2, y - h - 44, w * 0.22, 46, dark(color, 0.08)) +
      round(x + w * 0.5, y - h - 34, 44, 36, 6, '#7d98a3') +
      each(
        rows,
        (j) =>
          rect(x, y - h + (j + 1) * rh - 4, w * 0.74, 4, dark(color, 0.14)) +
          each(cols, (i) => {
            const px = x + i * cw;
            const py = y - h + j * rh;
            const kind = r();
            const lit = r() > 0.72;
            if (i === 2)
              return (
                rect(px + cw * 0.34, py + rh * 0.2, cw * 0.32, rh * 0.5, '#7c98a0') +
                rect(px + cw * 0.28, py, 3, rh, dark(color, 0.1)) +
                rect(px + cw * 0.68, py, 3, rh, dark(color, 0.1))
              );
            return (
              rect(
                px + cw * 0.12,
                py + rh * 0.14,
                cw * 0.76,
                rh * 0.6,
                lit
                  ? '#ffdf9a'
                  : lin([
                      [0, '#a7c2c4'],
                      [1, '#58788a'],
                    ]),
              ) +
              rect(px + cw * 0.48, py + rh * 0.14, 3, rh * 0.6, '#f6efe0') +
              rect(px + cw * 0.06, py + rh * 0.58, cw * 0.88, rh * 0.3, light(color, 0.45)) +
              rect(px + cw * 0.06, py + rh * 0.8, cw * 0.88, rh * 0.08, dark(color, 0.2)) +
              (kind > 0.72
                ? each(4, (q) =>
                    rect(
                      px + cw * (0.16 + q * 0.18),
                      py + rh * 0.3,
                      cw * 0.13,
                      rh * 0.26,
                      pick(['#d8553d', '#f4ecdc', '#3f7d8c', '#e8b03f'], (q + j) % 4),
                    ),
                  ) + line(px + cw * 0.1, py + rh * 0.3, px + cw * 0.9, py + rh * 0.3, '#5a5050', 1.6)
                : kind > 0.45
                  ? each(4, (q) =>
                      circ(px + cw * (0.2 + q * 0.19), py + rh * 0.56, cw * 0.08, q % 2 ? '#4f8a52' : '#6fa35a'),
                    )
                  : kind > 0.3
                    ? round(px + cw * 0.56, py + rh * 0.64, cw * 0.28, rh * 0.18, 3, '#f2ece0') +
                      circ(px + cw * 0.7, py + rh * 0.73, rh * 0.065, '#a9aaa6')
                    : '')
            );
          }),
      ) +
      rect(x + cw * 2.2, y - 56, cw * 0.6, 56, '#5c6f78') +
      rect(x + cw * 2, y - 66, cw, 10, light(color, 0.4))
    );
  };
  return (
    sky(['#4f9fc4', '#96cbd6', '#e6efdb', '#fdf0cf'], 760) +
    bars(12, 60, 330, '#ffffff', 8, 0.7, 420) +
    skyline(690, 12, '#b3cbd0', '#dbe5da', { min: 120, max: 300, w: 64, glass: '#9bb8c0' }) +
    hills(700, 60, 240, 4, '#8fb09a', '#c6d6b4', 8) +
    tower(60, 720, 150, 470, '#d9cbb4', { seed: 3, cell: 20, glass: '#8fa6ac' }) +
    tower(1400, 720, 150, 500, '#d3c4b0', { seed: 5, cell: 20, glass: '#8fa6ac' }) +
    block(240, 780, 400, 560, '#e2a27a', 3) +
    block(980, 780, 400, 600, '#d8b77f', 8) +
    block(600, 800, 430, 680, '#e9d5b4', 14) +
    tree(130, 820, 250, '#6fa05a', 4) +
    tree(1460, 830, 270, '#5d9455', 7) +
    rect(
      0,
      800,
      W,
      210,
      lin([
        [0, '#9fc07a'],
        [1, '#4f7f52'],
      ]),
    ) +
    path('M-20 900Q400 850 800 880Q1200 910 1620 860L1620 930Q1200 985 800 950Q400 920 -20 975Z', '#ead9b8') +
    each(9, (i) => bush(40 + i * 190, 822, 130, i % 2 ? '#5c9a58' : '#79ad5e', i)) +
    tree(420, 850, 190, '#87b25f', 12) +
    tree(1120, 850, 190, '#e0a03f', 13) +
    person({ x: 700, y: 930, h: 130, pose: poses.walk, top: '#d8553d', bottom: '#33405c' }) +
    person({
      x: 770,
      y: 932,
      h: 84,
      pose: poses.run,
      top: '#e8b03f',
      bottom: '#3f6f8c',
      wear: 'shorts',
      sleeve: 'short',
    }) +
    person({
      x: 920,
      y: 926,
      h: 124,
      dir: -1,
      pose: poses.stroll,
      top: '#7a6a8c',
      bottom: '#4a4550',
      hair: '#c9c4c0',
      style: 'bun',
    }) +
    person({
      x: 968,
      y: 928,
      h: 128,
      dir: -1,
      pose: poses.stroll,
      top: '#4f7d8c',
      bottom: '#3a3f50',
      hair: '#bdb8b4',
    }) +
    shadow(700, 932, 50) +
    tree(60, 1060, 300, '#3f7a4a', 22) +
    tree(1560, 1060, 320, '#3f7a4a', 23) +
    birds(6, 400, 180, 120, '#ffffff', 5, 14)
  );
}
