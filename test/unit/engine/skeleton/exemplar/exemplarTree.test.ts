import assert from 'node:assert/strict';
import { type ExemplarNode, exemplarTree } from '../../../../../src/engine/skeleton/exemplar/exemplarTree';
import { speech } from '../speech';

const labels = (nodes: readonly ExemplarNode[]): unknown[] =>
  nodes.map(({ label, children }) => (children.length > 0 ? [label.slice(0, 8), labels(children)] : label.slice(0, 8)));

describe('exemplarTree', () => {
  it('has headings with their paragraphs, points under theirs, and what stands before and after', () => {
    assert.deepEqual(labels(exemplarTree(speech)), [
      '同志们：',
      '这次会议的主要任',
      ['一、肯定成绩，坚', ['2024年，青禾']],
      [
        '二、突出重点，抓',
        ['（一）以品质为先', '（二）以项目为王', ['各部门要做到三点', ['一是早谋划', '二是早动手', '三是早见效']]],
      ],
      '同志们，让我们以',
    ]);
  });

  it('says where each node stands', () => {
    const section = exemplarTree(speech)[3]!;
    assert.deepEqual([section.paragraph, section.endParagraph], [4, 7]);
    const point = section.children[2]!.children[1]!;
    assert.equal(speech[point.paragraph]!.slice(point.start, point.end), '二是早动手；');
  });

  it('is the paragraphs alone where nothing is numbered, without blank ones', () => {
    assert.deepEqual(labels(exemplarTree(['山高水长。', '', '来日方长。'])), ['山高水长。', '来日方长。']);
    assert.deepEqual(exemplarTree([]), []);
  });
});
