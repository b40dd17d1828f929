// From SVG to a printed-looking JPEG: hand-cut edges, gouache mottling, grain.
import sharp from 'sharp';
import { H, pick, rng, W } from './core.ts';

function field(cell: number, seed: number): Float32Array {
  const cols = Math.ceil(W / cell) + 2;
  const rows = Math.ceil(H / cell) + 2;
  const r = rng(seed);
  const grid = Float32Array.from({ length: cols * rows }, () => r() * 2 - 1);
  const out = new Float32Array(W * H);
  for (let y = 0; y < H; y++) {
    const gy = Math.floor(y / cell);
    let ty = y / cell - gy;
    ty = ty * ty * (3 - 2 * ty);
    for (let x = 0; x < W; x++) {
      const gx = Math.floor(x / cell);
      let tx = x / cell - gx;
      tx = tx * tx * (3 - 2 * tx);
      const i = gy * cols + gx;
      const a = pick(grid, i) + (pick(grid, i + 1) - pick(grid, i)) * tx;
      const b = pick(grid, i + cols) + (pick(grid, i + cols + 1) - pick(grid, i + cols)) * tx;
      out[y * W + x] = a + (b - a) * ty;
    }
  }
  return out;
}

const wobbleX = field(30, 1);
const wobbleY = field(30, 2);
const broad = field(210, 3);
const patch = field(44, 4);
const fibre = field(3.2, 6);
const grain = field(1.7, 5);

/** Weaker grain, then lower quality, tried in turn while a picture is too large. */
const fallbacks: [number, number][] = [
  [0.75, 80],
  [0.5, 80],
  [0.35, 79],
  [0.25, 77],
  [0.2, 74],
  [0.15, 70],
  [0.1, 64],
];

/** Grain is a fraction of full strength; the loop gives way on it before the size limit breaks. */
function texture(src: Buffer, strength: number): Buffer {
  const out = Buffer.alloc(W * H * 3);
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const i = y * W + x;
      const sx = Math.min(W - 1.01, Math.max(0, x + pick(wobbleX, i) * 1.1));
      const sy = Math.min(H - 1.01, Math.max(0, y + pick(wobbleY, i) * 1.1));
      const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - ix, sy - iy];
      const dx = (x / W - 0.5) * 2;
      const dy = (y / H - 0.5) * 2;
      const vignette = 1 - 0.085 * Math.max(0, dx * dx + dy * dy - 0.55);
      const mottle = pick(broad, i) * 3.2 + pick(patch, i) * 2.4;
      const p = (iy * W + ix) * 3;
      for (let c = 0; c < 3; c++) {
        const a = pick(src, p + c) + (pick(src, p + 3 + c) - pick(src, p + c)) * fx;
        const q = p + W * 3;
        const b = pick(src, q + c) + (pick(src, q + 3 + c) - pick(src, q + c)) * fx;
        const v = a + (b - a) * fy;
        const depth = 0.55 + 0.45 * (1 - Math.abs(v - 120) / 135);
        const noise = (pick(grain, i) * 9 + pick(fibre, i) * 6) * strength;
        out[i * 3 + c] = Math.max(0, Math.min(255, (v + (mottle + noise) * depth) * vignette + 0.5));
      }
    }
  }
  return out;
}

export async function jpeg(svg: string, limit = 136_000): Promise<Buffer> {
  const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const encode = (strength: number, quality: number): Promise<Buffer> =>
    sharp(texture(data, strength), { raw: { width: W, height: H, channels: 3 } })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
  let best = await encode(1, 80);
  for (const [strength, quality] of fallbacks) {
    if (best.length <= limit) break;
    best = await encode(strength, quality);
  }
  return best;
}
