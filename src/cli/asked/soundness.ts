import type { OpenIndex } from '../../corpus/index/indexStore';
import { DamagedSegmentError } from '../../engine/index/columns/segmentCodec';
import { cliLanguage } from '../output/language';

/**
 * 0 where all of an index could be asked; else 1, and stderr says that the answer was given without a part of it. Reads every
 * segment: asked when the answer is printed.
 */
export async function soundness(storage: string, { damaged, parts, problem }: OpenIndex): Promise<0 | 1> {
  const unsound = new Set(damaged);
  for (const { source } of parts.values()) {
    await source.verify(new AbortController().signal).catch(error => {
      if (!(error instanceof DamagedSegmentError)) throw error;
      unsound.add(source.id);
    });
  }
  if (unsound.size === 0 && problem === null) return 0;
  const text = texts[cliLanguage()];
  console.error(problem === null ? text.parts(storage, unsound.size) : text.whole(storage));
  return 1;
}

const texts = {
  zh: {
    parts: (storage: string, count: number) =>
      `索引 ${storage} 有 ${count} 段损坏或缺失，以上结果不全。请再运行一次 fanben index 修复。`,
    whole: (storage: string) => `索引 ${storage} 损坏或版本不同，没有结果。请再运行一次 fanben index 重建。`,
  },
  en: {
    parts: (storage: string, count: number) =>
      `${count} ${count === 1 ? 'segment' : 'segments'} of the index ${storage} damaged or missing: the answer is not whole. Run fanben index again to mend it.`,
    whole: (storage: string) =>
      `The index ${storage} is damaged or of another version: there is no answer. Run fanben index again to rebuild it.`,
  },
};
