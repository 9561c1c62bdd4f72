import type { Passage } from '../../engine/passages/passage';
import type { Passage as PassageMessage, PassageRef } from '../protocol/passages';

/** Where a passage stands, as client and server say it. */
export function passageRef({ article, paragraph, offset, match }: Passage): PassageRef {
  return { path: article.path, entry: article.entry, paragraph, offset, length: match.length, text: match };
}

/** A passage with its surroundings, as client and server say it. */
export function passageMessage(passage: Passage): PassageMessage {
  const { article, before, match, after } = passage;
  const { title, date, speaker } = article;
  return { ...passageRef(passage), title, date, speaker, before, match, after };
}
