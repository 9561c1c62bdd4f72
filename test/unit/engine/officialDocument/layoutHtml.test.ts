import assert from 'node:assert/strict';
import { layoutDraft } from '../../../../src/engine/officialDocument/layoutDraft';
import { layoutHtml } from '../../../../src/engine/officialDocument/layoutHtml';
import { layoutText } from '../../../../src/engine/officialDocument/layoutText';

const paragraphs = layoutDraft(['在大会上的讲话', '同志们：', '（一）小事。<b>&"大"事。', '一、抓落实']);

describe('layoutHtml', () => {
  it('sets each role in its type, with no colour, and nothing of the text as markup', () => {
    const [title, salutation, text, heading, ...more] = layoutHtml(paragraphs).split('\n');
    assert.deepEqual(more, []);
    assert.match(title!, /方正小标宋.*font-size:22pt.*text-align:center.*text-indent:0em.*>在大会上的讲话<\/p>$/);
    assert.match(salutation!, /text-align:left.*text-indent:0em/);
    assert.match(text!, /仿宋_GB2312.*text-indent:2em.*<span style="[^"]*楷体_GB2312[^"]*">（一）小事。<\/span>/);
    assert.match(text!, /&lt;b&gt;&amp;&quot;大&quot;事。<\/p>$/);
    assert.match(heading!, /'黑体'.*>一、抓落实<\/p>$/);
    assert.doesNotMatch(layoutHtml(paragraphs), /color|background/);
  });

  it('has the text beside it, indented with blanks', () => {
    assert.equal(layoutText(paragraphs), '在大会上的讲话\n同志们：\n　　（一）小事。<b>&"大"事。\n　　一、抓落实');
  });
});
