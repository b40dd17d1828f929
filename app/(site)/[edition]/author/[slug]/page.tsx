import { TopicPage, type TopicProps } from '../../../topic-page.tsx';

export default function AuthorPage(props: TopicProps) {
  return <TopicPage kind="author" {...props} />;
}
