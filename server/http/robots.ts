import { sitemapPath } from '../../edition/data-paths.ts';
import type { Discovery } from '../config-discovery.ts';

/**
 * Crawlers that say they collect for AI, by the names their operators publish: for training, for answers, or for both.
 * A crawler that is not named here follows the rules for everybody.
 */
const aiCrawlers = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'ClaudeBot',
  'cohere-ai',
  'cohere-training-data-crawler',
  'DeepSeekBot',
  'Diffbot',
  'DuckAssistBot',
  'FacebookBot',
  'Google-CloudVertexBot',
  'Google-Extended',
  'GPTBot',
  'ImagesiftBot',
  'Kangaroo Bot',
  'meta-externalagent',
  'meta-externalfetcher',
  'MistralAI-User',
  'OAI-SearchBot',
  'omgili',
  'PanguBot',
  'Perplexity-User',
  'PerplexityBot',
  'PetalBot',
  'Timpibot',
  'Webzio-Extended',
  'YouBot',
];

/**
 * Crawlers that do not know `noindex`: results would be listed, with whatever somebody had them search for. All others are
 * let in, for who may not look at a page does not learn that it is not to be listed.
 */
const indexingAll = ['Baiduspider', 'Sogou web spider', '360Spider', 'YisouSpider'];

/** robots.txt (RFC 9309). A closed site lets nobody in; an open one says where its sitemaps are. */
export function robots({ robots: state, aiCrawlers: policy }: Discovery, publicUrl: string): string {
  if (state === 'closed') return group(['*'], ['/']);
  const denied = deniedCrawlers(policy);
  const groups = [group(['*'], ['/theme']), group(indexingAll, ['/theme', '/search', '/*/search'])];
  if (denied.length > 0) groups.push(group(denied, ['/']));
  return [...groups, `Sitemap: ${publicUrl}${sitemapPath('index')}\n`].join('\n');
}

/** What crawlers of these names keep out of. */
const group = (names: readonly string[], paths: readonly string[]): string =>
  [...names.map((name) => `User-agent: ${name}\n`), ...paths.map((path) => `Disallow: ${path}\n`)].join('');

/** Names are compared without regard to case, as crawlers do. */
function deniedCrawlers({ others, except }: Discovery['aiCrawlers']): string[] {
  if (others === 'allow') return except;
  const spared = new Set(except.map((name) => name.toLowerCase()));
  return aiCrawlers.filter((name) => !spared.has(name.toLowerCase()));
}
