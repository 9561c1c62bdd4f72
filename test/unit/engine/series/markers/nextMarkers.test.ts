import assert from 'node:assert/strict';
import { draftTail } from '../../../../../src/engine/series/draftTail';
import { nextMarkers } from '../../../../../src/engine/series/markers/nextMarkers';

const promised = (before: string) => nextMarkers(draftTail(before)).map(({ text }) => text);

describe('what the draft has promised to say next', () => {
  for (const [before, wanted] of [
    ['要抓两头：一是抓早；', ['二是']],
    ['要抓两头：一是抓早；二是抓小；', ['三是']],
    ['我们既要抓早，', ['又要', '也要']],
    ['这不是小事，', ['而是']],
    ['一方面缺人；', ['另一方面']],
    ['一方面缺人。', ['另一方面']],
    ['首先，抓早；', ['其次，']],
    ['首先，抓早；其次，抓小；', ['再次，', '最后，']],
    ['不仅要抓早，', ['还要', '更要']],
    ['一、抓早\n', ['二、']],
    ['一、抓早\n要早谋划。\n　　', ['二、']],
    ['一、抓早\n（一）早谋划\n要快。\n', ['（二）', '二、']],
    ['一、抓早\n一是快。\n', ['二是', '二、']],
    ['一、抓早\n一是快。\n话。\n', ['二、']],
  ] as const) {
    it(`is ${wanted.join(' or ')} after ${before}`, () => assert.deepEqual(promised(before), wanted));
  }

  for (const before of [
    '',
    '抓早；',
    '一是抓早',
    '一是抓早，',
    '既要抓早，又要抓小，',
    '我们一直以来都说既要抓早，',
    '不是小事。',
    '一是抓早。',
    '一、抓早。',
  ]) {
    it(`is nothing after ${before || 'nothing'}`, () => assert.deepEqual(promised(before), []));
  }
});
