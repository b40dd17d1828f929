import { TopicPage, type TopicProps, topicMetadata } from '../../../topic-page.tsx';

export const generateMetadata = (props: TopicProps) => topicMetadata('author', props);

export default function AuthorPage(props: TopicProps) {
  return <TopicPage kind="author" {...props} />;
}
