import type { CorpusView } from '../../../../src/engine/index/segment';
import { type Exemplar, exemplarAt } from '../../../../src/engine/skeleton/exemplar/exemplar';
import { type ExemplarFiller, exemplarFiller } from '../../../../src/engine/skeleton/filling/exemplarFiller';
import { segmentOf } from '../segmentOf';

/** A speech of an invented county, and others that share some of its wording. */
export const speech = [
  '同志们：',
  '这次会议的主要任务是，总结去年工作，部署今年任务。刚才，远山同志通报了茶园管护情况。下面，我讲三点意见。',
  '一、肯定成绩，坚定信心',
  '2024年，青禾县新修茶园道路86公里，建成“茶香小院”12个。成绩的取得，是全县上下共同努力的结果。',
  '二、突出重点，抓好落实',
  '（一）以品质为先，做强茶叶产业。要始终保持“一叶一芽”的匠心。',
  '（二）以项目为王，做大竹木产业。要始终保持“一山一策”的用心。',
  '各部门要做到三点：一是早谋划；二是早动手；三是早见效。',
  '同志们，让我们以昂扬的精神状态奋力谱写青禾高质量发展新篇章！',
];

const shared = [
  '这次会议的主要任务是，学习文件。下面，我讲三点意见。成绩的取得，是全县上下共同努力的结果。',
  '会议的主要任务是，研究防汛。下面，我讲三点意见。同志们，让我们以昂扬的精神状态投入工作！青禾县的乡村都要动起来。',
  '成绩的取得，是全县上下共同努力的结果。让我们以昂扬的精神状态迎接挑战，奋力谱写青禾高质量发展新篇章！',
  '这次会议的主要任务是，总结经验。奋力谱写青禾高质量发展新篇章！青禾县有好山好水。',
];

export const view: CorpusView = [
  segmentOf([
    {
      paragraphs: speech,
      path: '/语料/茶.txt',
      title: '在全县茶产业发展大会上的讲话',
      occasion: '全县茶产业发展大会',
      date: '2025-02-10',
    },
    ...shared.map(text => ({ paragraphs: [text] })),
  ]),
];

export function exemplar(): Exemplar {
  return exemplarAt(view, { segment: 0, article: 0 });
}

export function filler(): ExemplarFiller {
  return exemplarFiller(view, exemplar());
}

/** What a generator returns at its end. */
export function finished<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** An exemplar of any paragraphs, cut into words by the test segment. */
export function exemplarOf(paragraphs: readonly string[], title = '讲话'): [CorpusView, Exemplar] {
  const own = [segmentOf([{ paragraphs, title }, { paragraphs: shared }])];
  return [own, exemplarAt(own, { segment: 0, article: 0 })];
}
