import type { Idioms } from '../../engine/check/style/idioms';
import { loadTags, type TagOf } from '../words/loadTags';

let tagOf: TagOf | undefined;

/** As jieba's dictionary tags them, read when first asked; none where nodejieba is not there. */
export const idioms: Idioms = {
  has(word) {
    tagOf ??= loadTags();
    return tagOf(word) === 'i';
  },
};
