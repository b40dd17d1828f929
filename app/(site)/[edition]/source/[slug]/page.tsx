import { TopicPage, type TopicProps } from '../../../topic-page.tsx';

export default function SourcePage(props: TopicProps) {
  return <TopicPage kind="source" {...props} />;
}
