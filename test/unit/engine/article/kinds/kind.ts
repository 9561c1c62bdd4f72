import assert from 'node:assert/strict';
import { cleanArticle } from '../../../../../src/engine/article/cleanArticle';

/** The text of every case: what stands between its head and its tail. */
export const BODY = [
  '同志们：',
  '今天把大家请来，只谈一件事，就是怎样把山上的树管好、把山下的人留住。',
  '一、先看清家底',
  '全县林地一百二十万亩，去年又添了三万亩，家底不薄，但管护的力量还跟不上。',
  '二、再把责任压实',
  '各乡镇要把护林员名单公布到村口，谁的山头谁负责，出了问题先找书记。',
];
export const TITLE = '在全县林业工作会议上的讲话';

export interface Expected {
  readonly title?: string;
  readonly date?: string | null;
  readonly speaker?: string | null;
  /** BODY where it is left out. */
  readonly paragraphs?: readonly string[];
  readonly fileName?: string;
}

/** Declares a test for each case: its lines, and what must come out of them. */
export function cases(table: Readonly<Record<string, readonly [lines: readonly string[], expected: Expected]>>): void {
  for (const [name, [lines, expected]] of Object.entries(table)) {
    it(name, () => {
      const { fileName } = expected;
      const article = cleanArticle({ text: lines.join('\n') }, fileName === undefined ? {} : { fileName });
      const got = { title: article.title, date: article.date, speaker: article.speaker };
      const wanted = { ...got, ...pick(expected) };
      assert.deepEqual(got, wanted);
      assert.deepEqual(
        article.paragraphs.map(({ text }) => text),
        expected.paragraphs ?? BODY,
      );
    });
  }
}

function pick({ title, date, speaker }: Expected): Partial<Expected> {
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(speaker !== undefined && { speaker }),
  };
}

/** A head of title, day and name above the body. */
export function withHead(...lines: readonly string[]): string[] {
  return [TITLE, ...lines, ...BODY];
}
