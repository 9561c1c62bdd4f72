import { headOf } from '../forms/heads';
import { NUMBER } from '../forms/numberForms';
import type { TaggedParagraph } from '../paragraphWords';

export const EDGE = 1;
const END_ONLY = 2;
/** As words of their own they are in no name. */
const JOINT = /^[的了等或并把被让]$/;
/** The last letter of a place and its rank, which a segmenter takes for one word: 乌龙|集镇, 渠|州市. */
const PLACE_WITH_RANK = /^[山湖河沟集店江湾坪塘溪庄州城港桥林岭西东南北上下水潭坝][省市县区州旗镇乡村]$/;

/** Where a name may begin and end ({@link EDGE}), or end only. Within a word that nobody else has, anywhere: a segmenter cuts up what it does not know (前|往青|禾). */
export function edgesOf({ text, words }: TaggedParagraph): Uint8Array {
  const edges = new Uint8Array(text.length + 1);
  for (const { start, end, group, level, text: word } of words) {
    edges[start] = edges[end] = EDGE;
    for (let at = start + 2; at < end; at++)
      if ((headOf(text.slice(start, at))?.length ?? 0) > 1) edges[at] ||= END_ONLY;
    if (group === '?' || level === 0) edges.fill(EDGE, start, end);
    // 高陵区 and 山下 are words of the dictionary.
    else if (/[SRTZ]/.test(group) && end - start > 2 && /[省市县区州旗镇乡村]$/.test(word)) edges[end - 1] = END_ONLY;
    else if (/^[所局院站厂办委部].$/.test(word)) edges[start + 1] ||= END_ONLY;
    else if (/^[河江湖山海溪桥][上下畔边里脚底旁]$/.test(word)) edges[start + 1] = END_ONLY;
    else if (/^.{2,4}部门$/.test(word)) edges[end - 2] = END_ONLY;
    else if (start > 0 && PLACE_WITH_RANK.test(word)) edges[start + 1] ||= END_ONLY;
  }
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    if (number.length > 1) edges[index] = edges[index + number.length] = EDGE;
  }
  return edges;
}

/** Marks the words that no name goes over. */
export function jointsOf({ text, words }: TaggedParagraph): Uint8Array {
  const joints = new Uint8Array(text.length);
  for (const { start, text: word } of words) if (JOINT.test(word)) joints[start] = 1;
  return joints;
}
