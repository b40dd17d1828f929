import type { Graph, Thing } from 'schema-dts';

export type StructuredDataProps = { things: readonly Thing[] };

/**
 * What a page says to machines (JSON-LD). The one place where markup is written from a string; the output firewall reads it
 * as JSON and writes it anew.
 */
export function StructuredData({ things }: StructuredDataProps) {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped cannot leave its script element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialize(graph) }} />;
}

/** JSON that no text in it can make into markup. */
export const serialize = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
