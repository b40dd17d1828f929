import { type Camera, floor, front, scale, see, side } from '../kit/camera.ts';
import { circ, each, fade, glow, H, lin, line, mix, n, oval, path, pick, poly, rect, W, wire } from '../kit/core.ts';
import { type Person, person, poses } from '../kit/people.ts';
import { tree } from '../kit/plants.ts';
import { pendant } from '../kit/props.ts';

const spines = ['#b5402f', '#2f6d7c', '#e0a53a', '#efe2c6', '#4f6a3f', '#7a4a6a', '#d9773a', '#34507a'];

export function libraryReadingRoom(): string {
  const c: Camera = { x: 800, y: 400, f: 1060, eye: 2.25 };
  let shelves = '';
  for (let k = 5; k >= 0; k--)
    for (const s of [-1, 1]) {
      const z = 3 + k * 3.4;
      const x = s * 4.6;
      const hz = k * 0.06;
      const m = (q: string): string => mix(q, '#e8bd80', hz);
      shelves += side(c, x, 0, 5.2, z, z + 3.1, m('#4a2f28'));
      for (let j = 0; j < 6; j++) {
        shelves +=
          each(17, (i) =>
            side(
              c,
              x,
              0.25 + j * 0.82,
              0.25 + j * 0.82 + 0.46 + ((i * 7 + j * 3 + k) % 4) * 0.055,
              z + 0.15 + i * 0.165,
              z + 0.29 + i * 0.165,
              m(pick(spines, (i * 5 + j * 3 + k) % 8)),
            ),
          ) + side(c, x, 0.16 + j * 0.82, 0.25 + j * 0.82, z, z + 3.1, m('#8a5a3c'));
      }
      shelves +=
        front(c, s < 0 ? x - 0.9 : x, s < 0 ? x : x + 0.9, 0, 5.3, z, m('#8a5a3c')) +
        side(c, x, 5.1, 5.4, z, z + 3.2, m('#a8744a'));
    }
  const [wx, wy] = see(c, -2.6, 6.6, 24);
  const [wx2, wy2] = see(c, 2.6, 0.9, 24);
  const arch = `M${n(wx)} ${n(wy2)}V${n(wy + 70)}Q${n(wx)} ${n(wy)} 800 ${n(wy - 30)}Q${n(wx2)} ${n(wy)} ${n(wx2)} ${n(wy + 70)}V${n(wy2)}Z`;
  const reader = (x: number, z: number, o: Partial<Person>): string => {
    const [px, py] = see(c, x, 0.52, z);
    return person({ x: px, y: py, h: scale(c, z) * 1.68, anchor: 'hip', ...o });
  };
  const lamp = (x: number, z: number): string => {
    const [px, py] = see(c, x, 0.8, z);
    const s = scale(c, z);
    return (
      glow(px, py, s * 0.9, '#ffe9a8', 0.6, s * 0.35) +
      rect(px - s * 0.02, py - s * 0.4, s * 0.04, s * 0.4, '#c99a4a') +
      path(
        `M${n(px - s * 0.26)} ${n(py - s * 0.36)}Q${n(px - s * 0.2)} ${n(py - s * 0.56)} ${n(px)} ${n(py - s * 0.56)}Q${n(px + s * 0.2)} ${n(py - s * 0.56)} ${n(px + s * 0.26)} ${n(py - s * 0.36)}Z`,
        '#2f8a6a',
      ) +
      oval(px, py, s * 0.12, s * 0.03, '#c99a4a')
    );
  };
  const table = (z: number): string =>
    floor(
      c,
      -1.55,
      1.55,
      z,
      z + 2.6,
      lin([
        [0, '#d9a066'],
        [1, '#b57a48'],
      ]),
      0.78,
    ) +
    front(c, -1.55, 1.55, 0.7, 0.78, z, '#7a4a30') +
    front(c, -1.45, -1.3, 0, 0.7, z, '#5f3826') +
    front(c, 1.3, 1.45, 0, 0.7, z, '#5f3826');
  const book = (x: number, z: number): string =>
    floor(c, x - 0.22, x, z, z + 0.3, '#fdf6e4', 0.8) + floor(c, x, x + 0.22, z, z + 0.3, '#efe4cc', 0.8);
  return (
    rect(
      0,
      0,
      W,
      H,
      lin([
        [0, '#8a5a3f'],
        [0.5, '#e2b27a'],
        [1, '#8a5a44'],
      ]),
    ) +
    poly(
      [
        [0, 0],
        [1600, 0],
        [960, 250],
        [640, 250],
      ],
      lin([
        [0, '#5a3a30'],
        [1, '#c98f5f'],
      ]),
    ) +
    each(7, (k) => {
      const z = 3 + k * 3.4;
      const [a, b] = see(c, -5, 7.4, z);
      const [d] = see(c, 5, 7.4, z);
      return line(a, b, d, b, mix('#4a2f28', '#c98f5f', k * 0.1), Math.max(3, scale(c, z) * 0.16));
    }) +
    floor(
      c,
      -8,
      8,
      1.4,
      24,
      lin([
        [0, '#e8c08a'],
        [1, '#8f5a40'],
      ]),
    ) +
    each(22, (i) =>
      line(...see(c, -5 + i * 0.5, 0, 1.5), ...see(c, -5 + i * 0.5, 0, 24), '#7a4a34', 1.4, 'opacity="0.35"'),
    ) +
    path(
      arch,
      lin([
        [0, '#cfe6df'],
        [0.6, '#fff6d0'],
        [1, '#ffe9b0'],
      ]),
    ) +
    tree(730, wy2 + 20, 130, '#9fbf7a', 3) +
    tree(880, wy2 + 20, 110, '#b8c97a', 6) +
    wire(
      `${arch}M800 ${n(wy - 30)}V${n(wy2)}M${n(wx)} ${n((wy + wy2) / 2)}H${n(wx2)}M${n((wx + 800) / 2)} ${n(wy + 5)}V${n(wy2)}M${n((wx2 + 800) / 2)} ${n(wy + 5)}V${n(wy2)}`,
      '#6a4434',
      6,
    ) +
    glow(800, 330, 520, '#fff2c0', 0.75) +
    shelves +
    path(
      `M${n(wx)} ${n(wy)}L${n(wx2)} ${n(wy)}L1180 1000L300 1000Z`,
      lin([
        [0, '#fff4c8', 0.42],
        [1, '#fff4c8', 0],
      ]),
    ) +
    [15, 10.8]
      .map(
        (z) =>
          reader(-1.9, z + 1.2, { top: '#5a6a8c', pose: { ...poses.sit, nod: 20 }, style: 'bob' }) +
          table(z) +
          reader(1.9, z + 1.2, { dir: -1, top: '#a85a4a', pose: { ...poses.sit, nod: 20 } }) +
          lamp(0, z + 1.3) +
          book(-0.9, z + 0.8) +
          book(0.9, z + 0.8),
      )
      .join('') +
    each(2, (i) =>
      reader(i ? 0.9 : -0.75, 8.3, {
        view: 'front',
        top: i ? '#e6d3a8' : '#2f6d7c',
        hair: i ? '#2a2430' : '#b8b2ae',
        style: i ? 'bob' : 'short',
        pose: { near: [24, -50], far: [24, -50], nod: 10 },
      }),
    ) +
    table(5.4) +
    lamp(-0.05, 6.9) +
    book(-0.75, 6.9) +
    book(0.85, 6.9) +
    each(4, (i) => {
      const [x, y] = see(c, -1.35, 0.8, 5.9);
      return rect(x + (i % 2) * 8, y - 16 - i * 17, 120 - i * 8, 16, pick(spines, (i * 3) % 8));
    }) +
    reader(-2.05, 6.3, {
      top: '#c8452f',
      bottom: '#33405c',
      style: 'pony',
      pose: { ...poses.sit, near: [34, 50], nod: 22 },
    }) +
    reader(2.1, 6.2, { dir: -1, top: '#3f5a8a', bottom: '#2f2c3c', pose: { ...poses.sit, near: [34, 50], nod: 22 } }) +
    pendant(800, 200, 62, '#8a5a3c', '#ffe9b0') +
    fade(
      0.35,
      each(24, (i) => circ(420 + ((i * 173) % 760), 260 + ((i * 97) % 460), 2 + (i % 3), '#fffbe0')),
    )
  );
}
