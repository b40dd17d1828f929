import { TopicPage, type TopicProps } from '../../../topic-page.tsx';

export default function TagPage(props: TopicProps) {
  return <TopicPage kind="tag" {...props} />;
}
