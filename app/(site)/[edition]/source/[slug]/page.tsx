import { TopicPage, type TopicProps, topicMetadata } from '../../../topic-page.tsx';

export const generateMetadata = (props: TopicProps) => topicMetadata('source', props);

export default function SourcePage(props: TopicProps) {
  return <TopicPage kind="source" {...props} />;
}
