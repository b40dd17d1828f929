import { TopicPage, type TopicProps, topicMetadata } from '../../../topic-page.tsx';

export const generateMetadata = (props: TopicProps) => topicMetadata('tag', props);

export default function TagPage(props: TopicProps) {
  return <TopicPage kind="tag" {...props} />;
}
