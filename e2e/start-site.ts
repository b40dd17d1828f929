import { newDataDir, removeDataDir, startSite } from './site-process.ts';

/** One site with the sample edition for every test that only reads; its address is in SITE_URL. */
export default async function startSampleSite(): Promise<() => Promise<void>> {
  const dataDir = newDataDir();
  const site = await startSite(dataDir);
  process.env.SITE_URL = site.url;
  process.env.SITE_DATA_DIR = dataDir;
  return async () => {
    await site.stop();
    removeDataDir(dataDir);
  };
}
