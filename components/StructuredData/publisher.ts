import type { NewsMediaOrganization, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import { holdsSomething, type PageContext } from '../../edition/page-context.ts';
import { aboutPath, correctionsPath, frontPath, searchPath } from '../../edition/paths.ts';
import { editionTag, nameIn, type PolicyName, policyNames } from '../../edition/site.ts';

/** Who publishes, as every article names it: one organisation for all editions. */
export const publisherId = ({ origin }: PageContext): string => `${origin}/#publisher`;

export function publisher(page: PageContext): NewsMediaOrganization & object {
  const { origin, site, edition } = page;
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(page),
    name: nameIn(site.name, edition.language),
    url: `${origin}/`,
    logo: `${origin}/icon-512.png`,
  };
}

const policyProperties: Record<PolicyName, keyof NewsMediaOrganizationPolicies> = {
  ethics: 'ethicsPolicy',
  factChecking: 'verificationFactCheckingPolicy',
  unnamedSources: 'unnamedSourcesPolicy',
  ownership: 'ownershipFundingInfo',
  diversity: 'diversityPolicy',
  feedback: 'actionableFeedbackPolicy',
};
type NewsMediaOrganizationPolicies = {
  ethicsPolicy: string;
  verificationFactCheckingPolicy: string;
  unnamedSourcesPolicy: string;
  ownershipFundingInfo: string;
  diversityPolicy: string;
  actionableFeedbackPolicy: string;
};

/** The same with how it works: where its policies stand, who its people are, how to reach them. */
export function publisherInFull(page: PageContext): NewsMediaOrganization {
  const { origin, site, edition } = page;
  const about = origin + aboutPath(edition);
  const policies = policyNames
    .filter((policy) => site.policies[policy])
    .map((policy) => [policyProperties[policy], `${about}#${policy}`]);
  // The page of corrections is shown to nobody while it holds none.
  const hasCorrections = holdsSomething({ ...page, route: { page: 'corrections' } });
  const slogan = nameIn(site.tagline, edition.language);
  return {
    ...publisher(page),
    ...(slogan && { slogan }),
    ...(site.email && { email: site.email }),
    publishingPrinciples: about,
    masthead: about,
    correctionsPolicy: hasCorrections ? origin + correctionsPath(edition) : about,
    ...Object.fromEntries(policies),
  };
}

/** The site in one edition, and how to search it. */
export function webSite(page: PageContext): WebSite {
  const { origin, site, edition } = page;
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}${searchPath(edition)}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': `${origin}${frontPath(edition)}#website`,
    name: nameIn(site.name, edition.language),
    url: origin + frontPath(edition),
    inLanguage: editionTag(edition),
    publisher: { '@id': publisherId(page) },
    potentialAction: search,
  };
}
