import { Missing } from '../../missing.tsx';
import { openPage } from '../../open-page.ts';

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<{ path?: string }> };

/** Every address no page has: one that an article once had leads there, any other is 404. */
export default async function MissingRoute({ params, searchParams }: Props) {
  const opened = await openPage((await params).edition);
  const { edition } = opened.context(null);
  const { path } = await searchParams;
  return <Missing opened={opened} formerly={typeof path === 'string' ? path.slice(edition.prefix.length) : null} />;
}
