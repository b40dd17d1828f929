import type { Organization, Person, ProfilePage } from 'schema-dts';
import { isCollective } from '../../article/byline.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { authorPath } from '../../edition/paths.ts';
import type { Author } from '../../edition/site.ts';
import { publisherId } from './publisher.ts';

/** An author's page: who they are, as the page says it. */
export function profilePage(page: PageContext, { slug, name, role, bio }: Author): ProfilePage {
  const url = page.origin + authorPath(page.edition, slug);
  const said = { name, url, ...(bio && { description: bio }) };
  const person: Person = {
    '@type': 'Person',
    ...said,
    ...(role && { jobTitle: role, worksFor: { '@id': publisherId(page) } }),
  };
  const people: Organization = { '@type': 'Organization', ...said };
  return { '@type': 'ProfilePage', url, mainEntity: isCollective(name) ? people : person };
}
