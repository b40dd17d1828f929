import type { Card } from '../article/record.ts';
import { catalogueFor } from '../edition/catalogue.ts';
import { feedPath, markdownPath, sitemapPath } from '../edition/data-paths.ts';
import { filledSections, holdsSomething, type PageContext } from '../edition/page-context.ts';
import { aboutPath, archivePath, correctionsPath, type Route, sectionPath } from '../edition/paths.ts';
import { nameIn } from '../edition/site.ts';
import { link } from './markdown.ts';
import { escapeMarkdown } from './markdown-inline.ts';

/** What a language model should know of the site and where it finds it as text (llmstxt.org). `latest` is in the edition's script. */
export function llms(page: PageContext, latest: readonly Card[]): string {
  const { site, edition, origin } = page;
  const { language } = edition;
  const words = catalogueFor(language);
  const holds = (route: Route) => holdsSomething({ ...page, route });
  const item = (name: string, path: string, note = '') =>
    `- ${link(`[${escapeMarkdown(name)}]`, origin + path)}${note && `: ${escapeMarkdown(note)}`}`;
  const about = [nameIn(site.tagline, language), nameIn(site.about, language)].filter(Boolean);
  const parts = [
    `# ${escapeMarkdown(nameIn(site.name, language))}`,
    ...about.map((text, index) => (index === 0 ? `> ${escapeMarkdown(text)}` : escapeMarkdown(text))),
    heading(
      words.latest,
      latest.map((card) => item(card.headline, markdownPath(edition, card.path), card.standfirst ?? '')),
    ),
    heading(
      words.sections,
      filledSections(page).sections.map(({ path, names }) => item(nameIn(names, language), sectionPath(edition, path))),
    ),
    heading('Optional', [
      item('RSS', feedPath(edition, { page: 'front' }, 'rss')),
      item('JSON Feed', feedPath(edition, { page: 'front' }, 'json')),
      item('Sitemap', sitemapPath('index')),
      ...(holds({ page: 'archive', year: null, month: null }) ? [item(words.archive, archivePath(edition))] : []),
      ...(holds({ page: 'corrections' }) ? [item(words.corrections, correctionsPath(edition))] : []),
      item(words.about, aboutPath(edition)),
    ]),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const heading = (title: string, items: readonly string[]): string =>
  items.length > 0 ? `## ${escapeMarkdown(title)}\n\n${items.join('\n')}` : '';
