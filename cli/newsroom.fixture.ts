import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptySite } from '../edition/site.ts';
import { saveSettings } from '../newsroom/settings.ts';
import { type Config, readConfig } from '../server/config.ts';
import { openPress } from './press.ts';

/** A newsroom of its own in a folder of its own, with one section, for tests of commands. */
export type TestNewsroom = { folder: string; config: Config; press: ReturnType<typeof openPress>; close(): void };

export async function testNewsroom(): Promise<TestNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
  const config = readConfig({ DATA_DIR: folder, SAMPLE: '0' });
  const press = openPress(config);
  const sections = [{ path: 'news', names: { 'zh-Hans': '要闻' } }];
  await saveSettings(press.newsroom, { site: { ...emptySite, sections }, front: [] }, new Date('2026-11-24T00:00:00Z'));
  return {
    folder,
    config,
    press,
    close() {
      press.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
