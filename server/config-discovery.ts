import { z } from 'zod';

/** How programs find the site, and whom it tells of news. Everything is off until somebody sets it. */
export type Discovery = {
  /** A closed site (staging) keeps every crawler out. */
  robots: 'open' | 'closed';
  /** Crawlers that collect for AI: all of them let in or kept out, but those named. */
  aiCrawlers: { others: 'allow' | 'deny'; except: string[] };
  /** Where to report a weakness of the site: a mail or web address. */
  securityContact: string | null;
  /** WebSub hub that feeds name and that is told of changes. */
  webSubHub: string | null;
  indexNow: { key: string; endpoint: string } | null;
  baidu: { token: string; endpoint: string } | null;
};

const webAddress = (example: string) =>
  z.string().refine((value) => isWebAddress(value), `must be a web address such as ${example}`);

export const discoverySettings = {
  ROBOTS: z
    .enum(['open', 'closed'], 'must be open, or closed for a site that no search engine may show')
    .default('open'),
  AI_CRAWLERS: z
    .string()
    .regex(
      /^(?:allow|deny)(?:\s+except\s+[\w.-]+(?:\s*,\s*[\w.-]+)*)?$/i,
      'must be allow or deny, with names of crawlers that are treated the other way: "allow except GPTBot, CCBot"',
    )
    .transform(readCrawlers)
    .default({ others: 'allow', except: [] }),
  SECURITY_CONTACT: z
    .string()
    .refine(
      (value) => /^mailto:[^\s?@]+@[^\s?@]+$/.test(value) || (value.startsWith('https:') && isWebAddress(value)),
      'must be an address such as mailto:security@news.example or https://news.example/security',
    )
    .optional(),
  WEBSUB_HUB: webAddress('https://hub.example/').optional(),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'must be 8 to 128 letters, digits and hyphens')
    .optional(),
  INDEXNOW_ENDPOINT: webAddress('https://api.indexnow.org/indexnow').default('https://api.indexnow.org/indexnow'),
  BAIDU_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{8,64}$/, 'must be the token of the site in Baidu Search Resource Platform')
    .optional(),
  BAIDU_ENDPOINT: webAddress('http://data.zz.baidu.com/urls').default('http://data.zz.baidu.com/urls'),
};

type Values = z.infer<z.ZodObject<typeof discoverySettings>>;

export const readDiscovery = (values: Values): Discovery => ({
  robots: values.ROBOTS,
  aiCrawlers: values.AI_CRAWLERS,
  securityContact: values.SECURITY_CONTACT ?? null,
  webSubHub: values.WEBSUB_HUB ?? null,
  indexNow: values.INDEXNOW_KEY ? { key: values.INDEXNOW_KEY, endpoint: values.INDEXNOW_ENDPOINT } : null,
  baidu: values.BAIDU_TOKEN ? { token: values.BAIDU_TOKEN, endpoint: values.BAIDU_ENDPOINT } : null,
});

/** What documents say of it, as the renderer reads it from the environment. */
export const discoveryEnvironment = ({ securityContact, webSubHub }: Discovery): Record<string, string> => ({
  SECURITY_CONTACT: securityContact ?? '',
  WEBSUB_HUB: webSubHub ?? '',
});

/** Addresses of other sites that the documents may name because the operator does. */
export const operatorsLinks = ({ securityContact, webSubHub }: Discovery): string[] =>
  [securityContact, webSubHub].filter((address) => address !== null);

function readCrawlers(written: string): Discovery['aiCrawlers'] {
  const [, others, names = ''] = /^(allow|deny)(?:\s+except\s+(.*))?$/i.exec(written) ?? [];
  return {
    others: others?.toLowerCase() === 'deny' ? 'deny' : 'allow',
    except: names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  };
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, hash } = new URL(value);
  return /^https?:$/.test(protocol) && !username && !hash;
}
