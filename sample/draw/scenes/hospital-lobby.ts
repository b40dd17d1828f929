import { type Camera, floor, front, scale, see, side } from '../kit/camera.ts';
import { circ, each, fade, glow, group, H, lin, line, mix, n, path, poly, rect, W, wire } from '../kit/core.ts';
import { type Person, person, poses, shadow } from '../kit/people.ts';
import { potted, tree } from '../kit/plants.ts';

export function hospitalLobby(): string {
  const c: Camera = { x: 800, y: 400, f: 1040, eye: 2.3 };
  const walk = (x: number, z: number, o: Partial<Person>, k = 1.68): string => {
    const [px, py] = see(c, x, 0, z);
    const s = scale(c, z);
    return (
      fade(
        0.22,
        group(person({ x: 0, y: 0, h: s * k, ...o }), `transform="translate(${n(px)} ${n(py)}) scale(1 -0.5)"`),
      ) + person({ x: px, y: py, h: s * k, ...o })
    );
  };
  const levels = each(3, (j) => {
    const y0 = 4.2 + j * 3.6;
    return (
      front(c, -12, 12, y0, y0 + 0.7, 22, mix('#f6efe0', '#cfe6e0', j * 0.2)) +
      front(c, -12, 12, y0 + 0.7, y0 + 1.6, 22, '#a9d3cf', 'opacity="0.7"') +
      side(c, -7, y0, y0 + 0.7, 3, 22, '#efe6d4') +
      side(c, -7, y0 + 0.7, y0 + 1.6, 3, 22, '#9fcbc8', 'opacity="0.75"') +
      side(c, 7, y0, y0 + 0.7, 3, 22, '#e6dcca') +
      side(c, 7, y0 + 0.7, y0 + 1.6, 3, 22, '#8fc0be', 'opacity="0.75"')
    );
  });
  const columns = [18, 12, 7]
    .map((z) =>
      [-5.1, 5.1]
        .map((x) => {
          const [a, b] = see(c, x, 0, z);
          const s = scale(c, z);
          return rect(
            a - s * 0.3,
            0,
            s * 0.6,
            b,
            lin(
              [
                [0, '#ffffff'],
                [0.5, '#f2ebdd'],
                [1, '#cfc9bf'],
              ],
              0,
              0,
              1,
              0,
            ),
          );
        })
        .join(''),
    )
    .join('');
  const [dx, dy] = see(c, 0, 0, 13);
  const s = scale(c, 13);
  return (
    rect(0, 0, W, H, '#e6f0e8') +
    front(
      c,
      -12,
      12,
      0,
      14,
      22,
      lin([
        [0, '#bfe6ea'],
        [1, '#f6f6e0'],
      ]),
    ) +
    each(9, (i) => {
      const [a] = see(c, -6 + i * 1.5, 0, 22);
      return line(a, 0, a, 480, '#ffffff', 5);
    }) +
    each(5, (i) => tree(480 + i * 160, 484, 130, '#8fc08a', i + 4)) +
    levels +
    floor(
      c,
      -14,
      14,
      1.5,
      22,
      lin([
        [0, '#f3ead2'],
        [1, '#8fb5b0'],
      ]),
    ) +
    each(12, (k) =>
      line(...see(c, -14, 0, 2 + k * 1.8), ...see(c, 14, 0, 2 + k * 1.8), '#a9c4bd', 2, 'opacity="0.5"'),
    ) +
    each(13, (k) =>
      line(...see(c, -9 + k * 1.5, 0, 1.6), ...see(c, -9 + k * 1.5, 0, 22), '#a9c4bd', 2, 'opacity="0.5"'),
    ) +
    poly(
      [
        [520, 470],
        [1080, 470],
        [1420, 1000],
        [180, 1000],
      ],
      '#ffffff',
      'opacity="0.22"',
    ) +
    columns +
    rect(
      dx - s * 3.1,
      dy - s * 3.6,
      s * 6.2,
      s * 2.2,
      lin([
        [0, '#2f9a98'],
        [1, '#237a80'],
      ]),
    ) +
    rect(dx - s * 0.24, dy - s * 3.2, s * 0.48, s * 1.4, '#fdf8ea') +
    rect(dx - s * 0.7, dy - s * 2.74, s * 1.4, s * 0.48, '#fdf8ea') +
    walk(-1.3, 13.6, { view: 'front', top: '#fdfaf2', bottom: '#c9d9d6', style: 'bun' }) +
    walk(1.2, 13.6, { view: 'front', top: '#fdfaf2', bottom: '#c9d9d6', style: 'bob' }) +
    path(
      `M${n(dx - s * 3)} ${n(dy)}V${n(dy - s * 1)}Q${n(dx)} ${n(dy - s * 0.86)} ${n(dx + s * 3)} ${n(dy - s * 1)}V${n(dy)}Q${n(dx)} ${n(dy + s * 0.3)} ${n(dx - s * 3)} ${n(dy)}Z`,
      lin([
        [0, '#f2e2c4'],
        [1, '#d9bd94'],
      ]),
    ) +
    path(
      `M${n(dx - s * 3.1)} ${n(dy - s * 1.1)}Q${n(dx)} ${n(dy - s * 0.96)} ${n(dx + s * 3.1)} ${n(dy - s * 1.1)}V${n(dy - s * 0.96)}Q${n(dx)} ${n(dy - s * 0.8)} ${n(dx - s * 3.1)} ${n(dy - s * 0.96)}Z`,
      '#fffaf0',
    ) +
    potted(240, 690, 270, '#3f8f62', '#d9835f', 3) +
    potted(1360, 690, 270, '#3f8f62', '#d9835f', 5) +
    walk(2.9, 11.5, { view: 'back', top: '#c8553d', bottom: '#3a4560' }) +
    walk(-3.4, 9.5, { top: '#fdfaf2', bottom: '#8fb8b8', wear: 'coat', pose: poses.walk, style: 'pony' }) +
    walk(0.2, 7, {
      view: 'front',
      top: '#fdfaf2',
      bottom: '#5f8f98',
      wear: 'coat',
      pose: { near: [20, 90], far: [8, 4], legNear: [6, 0], legFar: [-2, 0] },
    }) +
    (() => {
      const [x, y] = see(c, -1.55, 0, 6);
      const q = scale(c, 6);
      return (
        shadow(x, y, q * 0.6) +
        circ(x - q * 0.1, y - q * 0.32, q * 0.32, 'none', `stroke="#2f4450" stroke-width="${n(q * 0.05)}"`) +
        circ(x + q * 0.44, y - q * 0.1, q * 0.1, '#2f4450') +
        person({
          x,
          y: y - q * 0.55,
          h: q * 1.62,
          anchor: 'hip',
          pose: poses.sit,
          top: '#b58ac0',
          bottom: '#5a5a78',
          hair: '#d3cec8',
          style: 'bun',
        }) +
        wire(
          `M${n(x - q * 0.32)} ${n(y - q * 0.95)}V${n(y - q * 0.46)}H${n(x + q * 0.3)}L${n(x + q * 0.46)} ${n(y - q * 0.08)}`,
          '#2f4450',
          q * 0.05,
        ) +
        person({
          x: x - q * 0.72,
          y,
          h: q * 1.68,
          pose: { near: [50, 10], far: [46, 16], legNear: [14, -4], legFar: [-16, -6], lean: 6 },
          top: '#4fb0a6',
          bottom: '#3f8f8c',
          style: 'bob',
          sleeve: 'short',
        })
      );
    })() +
    walk(2.2, 5.6, { dir: -1, top: '#e6b03f', bottom: '#33405c', pose: poses.stroll, style: 'bob' }) +
    walk(
      2.75,
      5.7,
      { dir: -1, top: '#e8694a', bottom: '#3f7d8c', wear: 'shorts', sleeve: 'short', pose: poses.stroll },
      1.05,
    ) +
    glow(800, 250, 620, '#fffbe0', 0.4, 300)
  );
}
