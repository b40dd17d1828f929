import { skyline } from '../kit/buildings.ts';
import { box, type Camera, floor, front, scale, see } from '../kit/camera.ts';
import { circ, dark, each, fade, glow, lin, mix, n, oval, pick, poly, rect, rng, rows, W, wire } from '../kit/core.ts';
import { lantern, pagoda } from '../kit/landmarks.ts';
import { type Person, person, skins } from '../kit/people.ts';
import { sky } from '../kit/sky.ts';

export function nightMarket(): string {
  const c: Camera = { x: 800, y: 440, f: 800, eye: 2.1 };
  const awnings = ['#d8412f', '#e8a33a', '#2f8a86', '#b5406f', '#3f6fb0'];
  let out =
    sky(['#15173a', '#2c2458', '#5d2f63', '#a34a58'], 470) +
    skyline(455, 9, '#2b2656', '#5a3560', { min: 80, max: 260, lit: '#ffc671', share: 0.35, w: 62 }) +
    pagoda(800, 455, 300, 7, '#d98a5a', '#57304f', '#ffdf94') +
    glow(800, 430, 560, '#ff9a4d', 0.6, 330) +
    rect(
      0,
      455,
      W,
      550,
      lin([
        [0, '#a9573f'],
        [0.3, '#5d3450'],
        [1, '#241c3c'],
      ]),
    );
  out += each(12, (k) => floor(c, -2.6, 2.6, 2.4 + k * 1.6, 2.5 + k * 1.6, '#ffb45f', 0, 'opacity="0.16"'));
  const r = rng(12);
  for (let k = 6; k >= 0; k--) {
    const z = 4 + k * 2.6;
    const t = k * 0.085;
    const m = (q: string): string => mix(q, '#c4654f', t);
    for (const s of [-1, 1]) {
      const a = pick(awnings, (k * 2 + (s > 0 ? 1 : 0)) % 5);
      const [x0, x1] = s < 0 ? [-5.6, -2.7] : [2.7, 5.6];
      const [px, py] = see(c, s * 3.9, 0, z + 1.2);
      out +=
        front(c, x0, x1, 0, 2.6, z + 2, m('#6b3a3c')) +
        glow(px, py - scale(c, z) * 1.6, scale(c, z) * 2.3, '#ffb347', 0.75);
      out += each(5, (i) =>
        oval(
          ...see(c, (s < 0 ? x0 : x0) + 0.3 + i * 0.56, 1.85, z + 1.9),
          scale(c, z) * 0.16,
          scale(c, z) * 0.2,
          m(pick(['#e8c45a', '#c8553d', '#efe0c0'], i % 3)),
        ),
      );
      out += person({
        x: px + s * 10,
        y: py,
        h: scale(c, z + 1.2) * 1.66,
        view: 'front',
        top: m(pick(['#f0e3cc', '#3f6f8c', '#c8553d'], k % 3)),
        bottom: '#2b2444',
        wear: 'apron',
        trim: m('#efe6d4'),
        style: k % 2 ? 'chef' : 'short',
        skin: m(pick(skins, k % 4)),
      });
      out += box(c, x0, x1, 0, 0.95, z, z + 0.9, m('#8a4a38'), m('#d9a066'), m('#5d3238'));
      out +=
        front(c, x0, x1, 0.18, 0.74, z, m(dark(a, 0.12))) +
        each(6, (i) => {
          const [qx, qy] = see(c, x0 + 0.25 + i * 0.48, 0.46, z);
          return (
            circ(qx, qy, scale(c, z) * 0.13, m('#f6e6c8'), 'opacity="0.85"') + circ(qx, qy, scale(c, z) * 0.07, m(a))
          );
        });
      out += each(9, (i) =>
        circ(
          ...see(c, x0 + 0.2 + i * 0.31, 1.02, z + 0.25 + (i % 2) * 0.3),
          scale(c, z) * 0.12,
          m(pick(['#e8542f', '#f0b23a', '#7fae4a', '#f4e2b8'], (i + k) % 4)),
        ),
      );
      out += each(10, (i) =>
        poly(
          [
            see(c, x0 - 0.15 + i * 0.32, 2.75, z + 1.4),
            see(c, x0 - 0.15 + (i + 1) * 0.32, 2.75, z + 1.4),
            see(c, x0 - 0.15 + (i + 1) * 0.32, 2.35, z - 0.25),
            see(c, x0 - 0.15 + i * 0.32, 2.35, z - 0.25),
          ],
          m(i % 2 ? '#f6e6c8' : a),
        ),
      );
      out += each(10, (i) =>
        circ(...see(c, x0 + 0.01 + i * 0.32, 2.35, z - 0.25), scale(c, z) * 0.16, m(i % 2 ? '#e3cfae' : dark(a, 0.15))),
      );
      const [sx, sy] = see(c, s * 3.4, 1.3, z);
      out += fade(
        0.4,
        each(3, (i) =>
          wire(
            `M${n(sx + (i - 1) * scale(c, z) * 0.2)} ${n(sy)}c${n(scale(c, z) * 0.16)} ${n(-scale(c, z) * 0.3)} ${n(-scale(c, z) * 0.16)} ${n(-scale(c, z) * 0.55)} 0 ${n(-scale(c, z) * 0.9)}`,
            '#ffe9d0',
            scale(c, z) * 0.05,
          ),
        ),
      );
    }
    const people = k === 0 ? 2 : 4;
    out += each(people, (i) => {
      const [x, y] = see(c, (i - (people - 1) / 2) * (k === 0 ? 1.9 : 1.15) + (r() - 0.5) * 0.5, 0, z + r());
      const cols = ['#3b4a7a', '#8c3b55', '#2f5f70', '#c98a4a', '#54427a'];
      return person({
        x,
        y,
        h: scale(c, z + 0.4) * (1.6 + r() * 0.14),
        view: r() > 0.35 ? 'back' : 'front',
        top: m(pick(cols, Math.floor(r() * 5))),
        bottom: m('#221c3f'),
        style: pick(['short', 'bob', 'pony', 'bun'] as const, Math.floor(r() * 4)),
        pose: { near: [10 + r() * 10, -r() * 50], far: [9, -6], legNear: [-5, 0], legFar: [6, 0] },
        wear: r() > 0.7 ? 'skirt' : 'trousers',
        skin: pick(skins, i % 4),
      });
    });
  }
  for (let k = 5; k >= 0; k--) {
    const z = 4.2 + k * 3.2;
    const pts = Array.from({ length: 9 }, (_, i): [number, number] =>
      see(c, -3.4 + i * 0.85, 4.1 - Math.sin((i / 8) * Math.PI) * 0.7, z),
    );
    out +=
      wire(`M${pts.map((p) => p.map(n).join(' ')).join('L')}`, '#2a1c34', 2) +
      pts
        .slice(1, -1)
        .map(([x, y], i) =>
          lantern(x, y + scale(c, z) * 0.24, scale(c, z) * 0.36, i % 2 ? '#e0432f' : '#f0932f', '#ffdf8a', 0),
        )
        .join('');
  }
  const near = rows([120, 640, 'short'], [370, 560, 'bob'], [1240, 600, 'pony'], [1490, 660, 'short']).map(
    ([x, h, style], i) => {
      const o: Person = {
        x: x as number,
        y: 1000 + (h as number) * 0.42,
        h: h as number,
        view: 'back',
        top: pick(['#2a2550', '#3f2750', '#26305c', '#33254a'], i),
        bottom: '#15132f',
        hair: '#151128',
        skin: '#a8624a',
        style: style as 'short',
      };
      return glow(o.x, o.y - o.h * 0.86, o.h * 0.2, '#ffae5a', 0.35) + person(o);
    },
  );
  return out + glow(800, 420, 240, '#ffd68a', 0.35) + near.join('');
}
