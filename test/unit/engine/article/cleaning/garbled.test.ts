import assert from 'node:assert/strict';
import { garbledSpans } from '../../../../../src/engine/article/cleaning/garbled';

const spans = (line: string, isAnnotated = false) =>
  garbledSpans(line, isAnnotated).map(([start, end]) => line.slice(start, end));

describe('garbledSpans', () => {
  it('finds bytes shifted by one, up to where they fall in step', () => {
    assert.deepEqual(spans('擔(dān)當(dāng)?shù)挠職夂蜎Q心，要'), ['?shù)挠職夂蜎Q']);
    assert.deepEqual(spans('推動(dòng)?jǐn)U大開放'), ['?jǐn)U']);
    assert.deepEqual(spans('當(dāng)?shù)挠職夂。要'), ['?shù)挠職夂']);
  });

  it('finds other wrong decodings', () => {
    assert.deepEqual(spans('前锟斤拷锟斤拷后'), ['锟斤拷锟斤拷']);
    assert.deepEqual(spans('前\ufffd\ufffd后'), ['\ufffd\ufffd']);
    assert.deepEqual(spans('标题ÕþÎñ¹¤×÷结束'), ['ÕþÎñ¹¤×÷']);
    assert.deepEqual(spans('好。鐨勫伐浣滄槸鍏，好'), ['鐨勫伐浣滄槸鍏']);
    assert.deepEqual(spans('群众????满意'), ['????']);
  });

  it('takes a lost character for one only where question marks are full-width', () => {
    assert.deepEqual(spans('要堅(jiān)?不動(dòng)搖，要', true), ['?']);
    assert.deepEqual(spans('为谁干?怎么干', false), []);
    assert.deepEqual(spans('要知道為誰干?怎么干,要想', true), []);
  });

  it('finds nothing in ordinary text with accents and rare characters', () => {
    for (const line of ['垚(yáo)家坪的王锟同志', 'café、naïve与GDP', '张鍚同志讲话', '干什么?为谁干?']) {
      assert.deepEqual(spans(line), [], line);
    }
  });
});
