import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { authorPath } from '../../edition/paths.ts';
import { type Author, nameIn, policyNames } from '../../edition/site.ts';
import { langOfName } from '../Page/language.ts';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import styles from './AboutPage.module.css';

export type AboutPageProps = {
  page: PageContext;
  authors?: readonly Author[];
  /** Slugs of those who have a page in this edition: who writes in another language has none. */
  published?: ReadonlySet<string>;
};

/** Who makes this paper, and how to reach them. */
export function AboutPage({ page, authors = [], published = new Set() }: AboutPageProps) {
  const { site, edition } = page;
  const words = catalogueFor(edition.language);
  const about = nameIn(site.about, edition.language) || nameIn(site.name, edition.language);
  return (
    <div className={styles.about}>
      <PageTitle title={words.about} intro={nameIn(site.tagline, edition.language)} />
      <p lang={langOfName(page, about)}>{about}</p>
      {site.email && (
        <p>
          {words.contact} <a href={`mailto:${site.email}`}>{site.email}</a>
        </p>
      )}
      {policyNames.map((policy) => {
        const text = nameIn(site.policies[policy] ?? {}, edition.language);
        return (
          text && (
            <section key={policy} id={policy}>
              <h2>{words.policies[policy]}</h2>
              <p lang={langOfName(page, text)}>{text}</p>
            </section>
          )
        );
      })}
      {authors.length > 0 && (
        <>
          <h2>{words.newsroom}</h2>
          <dl>
            {authors.map(({ slug, name, role, bio }) => (
              <div key={slug} lang={langOfName(page, `${name} ${role}`)}>
                <dt>
                  {published.has(slug) ? <a href={authorPath(edition, slug)}>{name}</a> : name}{' '}
                  {role && <span>{role}</span>}
                </dt>
                {bio && <dd>{bio}</dd>}
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
