import type { CorpusView } from '../../../index/segment';
import type { Draft } from '../../request';
import { createTopic, type Topic } from './topic';
import { type TopicScale, topicScale } from './topicScale';

/** What the open drafts are about, each for itself. */
export interface Topics {
  /** The topic of a draft, its exemplars pinned; what of the draft is new to it is not taken in yet. */
  of(draft: Pick<Draft, 'id' | 'exemplars'>): Topic;
  /** What is known so far about the draft of this id; undefined where nothing is. */
  known(id: string): Pick<Topic, 'likeness'> | undefined;
  /** Takes the draft of this id in anew: more can be known of it now. */
  forget(id: string): void;
}

/** A topic costs a megabyte: those of the drafts asked about last are kept. */
const MOST_DRAFTS = 4;

/** No draft is known yet. */
export function createTopics(view: CorpusView): Topics {
  /** Least lately asked about first. */
  const topics = new Map<string, Topic>();
  let shared: TopicScale | undefined;
  return {
    known: id => topics.get(id),
    forget: id => void topics.delete(id),
    of({ id = '', exemplars = [] }) {
      shared ??= topicScale(view);
      const topic = topics.get(id) ?? createTopic(view, shared);
      topics.delete(id); // to come back as the newest
      topics.set(id, topic);
      if (topics.size > MOST_DRAFTS) topics.delete(topics.keys().next().value!);
      topic.pin(exemplars);
      return topic;
    },
  };
}
