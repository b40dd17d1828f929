// Draws the sample edition's pictures: node sample/draw/main.ts [name ...]
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { begin, document } from './kit/core.ts';
import { jpeg } from './kit/finish.ts';
import { scenes } from './scenes/index.ts';

const out = process.env.PICTURES ?? fileURLToPath(new URL('../pictures/', import.meta.url));
mkdirSync(out, { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, draw] of Object.entries(scenes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  begin();
  const bytes = await jpeg(document(draw()));
  writeFileSync(`${out}/${name}.jpg`, bytes);
  console.log(`${name} ${Math.round(bytes.length / 1000)} kB`);
}
