import type { FigureAttrs } from '../article/body.ts';
import { canonicalJson } from '../article/canonical.ts';
import { type Carried, carriedOf, carriedType } from '../article/carried.ts';
import type { ArticleRecord, Media, Picture } from '../article/record.ts';
import { characterCount, plainText } from '../article/text.ts';
import { articlePath, mediaPath } from '../edition/paths.ts';
import { nameIn, sectionTrail } from '../edition/site.ts';
import { bodyHtml, correctionsHtml, type Home, travellingPicture } from './body-html.ts';

const schema = 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json';

/**
 * A published article as IPTC ninjs 3.1. What ninjs has no field for (section, layout, kicker, corrections, the exact
 * blocks of the body) travels in a body of our own media type, so that `dateline import` makes the same article of it.
 */
export function articleNinjs(
  record: ArticleRecord,
  others: Pick<Carried, 'pinned' | 'translations'>,
  home: Home,
  now: Date,
): Record<string, unknown> {
  const { site, edition, origin } = home;
  const { publishedAt, updatedAt, source, corrections } = record;
  const pictures = picturesOf(record, home);
  const carried = carriedOf(record, others, (id) => {
    const size = record.media[id];
    return size ? origin + mediaPath(travellingPicture(id, size).name) : null;
  });
  const section = sectionTrail(site, record.section).at(-1);
  return {
    uri: `${origin}/#${record.id}`,
    type: 'text',
    representationType: 'full',
    profile: record.layout,
    version: String(record.revision),
    firstCreated: publishedAt,
    versionCreated: updatedAt ?? publishedAt,
    ...(publishedAt > now.toISOString() && { embargoedUntil: publishedAt }),
    pubStatus: record.status === 'withdrawn' ? 'canceled' : 'usable',
    copyrightHolder: nameIn(site.name, edition.language),
    ...(ednote(record) && { edNote: ednote(record) }),
    language: record.language,
    headlines: [
      { role: 'main', contentType: 'text/plain', value: record.headline },
      ...(record.kicker ? [{ role: 'kicker', contentType: 'text/plain', value: record.kicker }] : []),
    ],
    ...(record.standfirst && {
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: record.standfirst }],
    }),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        charCount: characterCount(record.body),
        value: bodyHtml(record.body, record.media, home) + correctionsHtml(corrections, home),
      },
      { role: 'plain', contentType: 'text/plain', value: plainText(record.body) },
      { role: 'carried', contentType: carriedType, value: canonicalJson(carried) },
    ],
    ...(record.authors.length > 0 && {
      by: record.authors.map(({ name }) => name).join(', '),
      people: record.authors.map(({ name }) => ({ name, rel: 'author' })),
    }),
    ...(source && { infoSources: [{ name: source.name, role: 'origin', ...(source.url && { uri: source.url }) }] }),
    subjects: [
      ...(section ? [{ name: nameIn(section.names, edition.language), rel: 'section' }] : []),
      ...record.tags.map(({ name }) => ({ name, rel: 'about' })),
    ],
    renditions: [{ name: 'web', href: origin + articlePath(edition, record.path), contentType: 'text/html' }],
    ...(pictures.length > 0 && { associations: pictures }),
    altIds: [{ role: 'dateline', value: record.id }],
    standard: { name: 'ninjs', version: '3.1', schema },
  };
}

/** A word to editors: why it was withdrawn, or what was corrected. */
const ednote = ({ withdrawn, corrections }: ArticleRecord): string =>
  withdrawn ? withdrawn.reason : corrections.map(({ at, text }) => `${at} ${text}`).join('\n');

/** The lead picture and the figures of the body, each once. */
function picturesOf({ lead, body, media }: ArticleRecord, { origin }: Home): Record<string, unknown>[] {
  const figures = body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs] : []));
  const shown = new Map<string, Picture | FigureAttrs>();
  for (const picture of [...(lead ? [lead] : []), ...figures])
    if (picture.media && media[picture.media] && !shown.has(picture.media)) shown.set(picture.media, picture);
  return [...shown].map(([id, picture], index) =>
    pictureItem(id, picture, media[id] as Media, { origin, index, lead }),
  );
}

function pictureItem(
  id: string,
  { alt, caption, credit }: Picture | FigureAttrs,
  size: Media,
  { origin, index, lead }: { origin: string; index: number; lead: Picture | null },
): Record<string, unknown> {
  const { name, width, height } = travellingPicture(id, size);
  return {
    name: lead?.media === id ? 'main' : `picture-${index + 1}`,
    uri: `${origin}${mediaPath(name)}`,
    type: 'picture',
    ...(alt && { title: alt }),
    ...(credit && { by: credit }),
    ...(caption && { descriptions: [{ role: 'caption', contentType: 'text/plain', value: caption }] }),
    renditions: [{ name: 'main', href: origin + mediaPath(name), contentType: 'image/jpeg', width, height }],
  };
}
