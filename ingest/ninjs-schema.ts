import { z } from 'zod';

/**
 * IPTC ninjs 1.x to 3.x as one shape. Version 3 writes the names of 2 in camel case, so keys are read in lower case; what
 * two generations call differently stands side by side. Types and values are checked, extensions are let through.
 */

const text = z.string();
const number = z.number();
const named = z.object({
  name: text.optional(),
  rel: text.optional(),
  scheme: text.optional(),
  code: text.optional(),
  uri: text.optional(),
  literal: text.optional(),
  role: text.optional(),
});
const names = z.array(named);
const valued = z.object({ role: text.optional(), contenttype: text.optional(), value: text });
const rendition = z.object({
  name: text.optional(),
  href: text.optional(),
  mimetype: text.optional(),
  contenttype: text.optional(),
  title: text.optional(),
  width: number.optional(),
  height: number.optional(),
  sizeinbytes: number.optional(),
});

/** GeoJSON types (RFC 7946). */
const geojson = z.object({
  type: z.enum([
    'Point',
    'MultiPoint',
    'LineString',
    'MultiLineString',
    'Polygon',
    'MultiPolygon',
    'GeometryCollection',
    'Feature',
    'FeatureCollection',
  ]),
});

const fields = {
  uri: text,
  type: z.enum(['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'planning', 'event']),
  mimetype: text,
  representationtype: z.enum(['complete', 'incomplete', 'full', 'partial']),
  profile: text,
  version: text,
  firstcreated: text,
  versioncreated: text,
  contentcreated: text,
  embargoed: text,
  embargoeduntil: text,
  pubstatus: z.enum(['usable', 'withheld', 'canceled']),
  urgency: number,
  copyrightholder: text,
  copyrightnotice: text,
  usageterms: text,
  ednote: text,
  language: text,
  title: text,
  byline: text,
  by: text,
  headline: text,
  slugline: text,
  located: text,
  charcount: number,
  wordcount: number,
  expires: text,
  person: names,
  organisation: names,
  place: names,
  subject: names,
  event: names,
  object: names,
  infosource: names,
  genre: names,
  people: names,
  organisations: names,
  places: z.array(named.extend({ geojson: geojson.optional() })),
  subjects: names,
  events: names,
  objects: names,
  infosources: names,
  genres: names,
  headlines: z.array(valued),
  bodies: z.array(valued),
  descriptions: z.array(valued),
  trustindicator: z.array(z.object({})),
  trustindicators: z.array(z.object({})),
  rightsinfo: z.object({}),
  standard: z.object({ name: text.optional(), version: text.optional(), schema: text.optional() }),
  $standard: z.object({ name: text.optional(), version: text.optional(), schema: text.optional() }),
  $schema: text,
  eventdetails: z.object({}),
  plannedcoverage: z.array(z.object({})),
  digitalsourcetype: z.object({}),
  altids: z.union([z.array(z.object({ role: text.optional(), value: text.optional() })), z.record(text, z.unknown())]),
  renditions: z.union([z.array(rendition.extend({ name: text })), z.record(text, rendition)]),
};

const base = z.looseObject(fields).partial().required({ uri: true });
const nameable = base.extend({ name: text.optional(), rel: text.optional() });
export const ninjsSchema = base.extend({
  /** A list of named items since version 2, an object of items before. */
  associations: z.union([z.array(nameable.extend({ name: text })), z.record(text, base)]).optional(),
});

export type Ninjs = z.infer<typeof ninjsSchema>;
export type NinjsPart = z.infer<typeof base>;

const free = /^(?:description|body|headline)_[a-z0-9_]+$/;

/** Fields no version knows, and the texts whose name says more than their kind, which must be strings. */
export function oddFields(item: Record<string, unknown>): { unknown: string[]; wrong: string[] } {
  const unknown: string[] = [];
  const wrong: string[] = [];
  for (const [key, value] of Object.entries(item)) {
    if (key in fields || key === 'associations') continue;
    if (!free.test(key)) (/^(?:description|body|headline)_/.test(key) ? wrong : unknown).push(key);
    else if (typeof value !== 'string') wrong.push(key);
  }
  return { unknown, wrong };
}

/** The same value with every key of its objects in lower case. Depth is bounded by the parser. */
export function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toLowerCase(), lowerKeys(member)]));
}
