import { connection } from 'next/server';
import { allList, correctedList, groupOf, sectionList } from '../../article/lists.ts';
import type { Card, Language } from '../../article/record.ts';
import type { Database } from '../../db/client.ts';
import { currentFill } from '../../db/content/fill-context.ts';
import { contentDatabase } from '../../db/content/open.ts';
import { filledLists } from '../../db/content/queries/filled-lists.ts';
import { getSite, type SiteRecord } from '../../db/content/queries/site.ts';
import type { PageContext } from '../../edition/page-context.ts';
import type { Route } from '../../edition/paths.ts';
import { type Script, scriptFor } from '../../edition/script.ts';
import { type Edition, editionTagged, type Site, siteSchema } from '../../edition/site.ts';
import { siteOrigin } from './open-data.ts';

export type OpenPage = {
  database: Database;
  /** Lists of this group are what the edition shows. */
  group: 'zh' | 'en';
  front: string[];
  context: (route: Route | null) => PageContext;
  /** A record or card with its words in the edition's script. */
  show: <T extends { language: Language }>(value: T) => T;
  showAll: (cards: readonly Card[]) => Card[];
  /** The rest of the edition's script: what a text, a tag or an author reads like. */
  script: Script;
};

/** What every page starts with: the read model, the site's record and the edition its folder names. */
export async function openPage(tag: string): Promise<OpenPage> {
  await connection();
  const database = contentDatabase();
  const record = await getSite(database);
  const { site, edition, script } = siteInEdition(record, tag);
  const { now } = currentFill();
  const filled = await filledLists(database, listsOf(site));
  const show = <T extends { language: Language }>(value: T): T => script.show(value, value.language);
  return {
    database,
    group: groupOf(edition.language),
    front: record.front,
    context: (route) => ({ origin: siteOrigin(), site, edition, filled, now, route }),
    show,
    showAll: (cards) => cards.map(show),
    script,
  };
}

/** The lists whose being empty shows on more pages than their own. */
const listsOf = ({ sections }: Site): string[] =>
  (['zh', 'en'] as const).flatMap((group) => [
    allList(group),
    correctedList(group),
    ...sections.map(({ path }) => sectionList(group, path)),
  ]);

type SiteInEdition = { site: Site; edition: Edition; script: Script };

/** By the settings' record, which stays the same object until the newsroom publishes others. */
const known = new WeakMap<SiteRecord, Map<string, SiteInEdition>>();

/** The site as an edition shows it. Checking and converting the settings takes longer than the rest of a small page. */
function siteInEdition(record: SiteRecord, tag: string): SiteInEdition {
  const editions = known.get(record) ?? new Map<string, SiteInEdition>();
  known.set(record, editions);
  let found = editions.get(tag);
  if (!found) {
    const written = siteSchema.parse(record.site);
    const edition = editionTagged(written, tag);
    if (!edition) throw new Error(`the site has no edition "${tag}"`);
    const script = scriptFor(written, edition);
    found = { site: script.site(written), edition, script };
    editions.set(tag, found);
  }
  return found;
}
