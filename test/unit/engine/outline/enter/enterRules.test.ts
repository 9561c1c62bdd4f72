import assert from 'node:assert/strict';
import configuration from '../../../../../language-configuration.json';
import { enterRules } from '../../../../../src/engine/outline/enter/enterRules';
import { draftGrammar } from '../../../../../src/engine/outline/grammar';
import grammar from '../../../../../syntaxes/speech-draft.tmLanguage.json';

describe('language-configuration.json', () => {
  it('holds the rules of the table (else run scripts/enterRules.mjs)', () => {
    assert.deepEqual(configuration.onEnterRules, enterRules());
  });

  it('makes one word of a run of Han characters: within a word the editor asks a list anew, at the beginning of one it does not', () => {
    const { pattern, flags } = configuration.wordPattern;
    assert.deepEqual('推动GDP_2高'.match(new RegExp(pattern, `g${flags}`)), ['推动', 'GDP_2', '高']);
  });

  it('keeps the blanks of a first line and writes no number', () => {
    const [rule, ...others] = configuration.onEnterRules;
    assert.deepEqual(others, []);
    assert.match('　　一、提高认识', new RegExp(rule!.beforeText));
    assert.doesNotMatch('一、提高认识', new RegExp(rule!.beforeText));
    assert.equal(rule!.action.appendText, '　　');
  });
});

describe('speech-draft.tmLanguage.json', () => {
  const scopesOf = (line: string) =>
    grammar.patterns.flatMap(({ match, name, captures }) =>
      [...line.matchAll(new RegExp(match, 'g'))].map(found => [name ?? captures?.[1].name, found[1] ?? found[0]]),
    );

  it('holds the grammar of the table (else run scripts/enterRules.mjs)', () => {
    assert.deepEqual(grammar, draftGrammar());
  });

  it('colours a heading to the end of its first sentence', () => {
    assert.deepEqual(scopesOf('一、认清形势'), [['markup.heading.speech-draft', '一、认清形势']]);
    assert.deepEqual(scopesOf('（十一）抓产业。要快'), [['markup.heading.speech-draft', '（十一）抓产业']]);
  });

  it('colours the markers of points, at the start of a line and inside it', () => {
    const point = 'keyword.other.series.speech-draft';
    assert.deepEqual(scopesOf('　　一是快；二是稳'), [
      [point, '一是'],
      [point, '二是'],
    ]);
    assert.deepEqual(scopesOf('1.修路'), [[point, '1.']]);
  });

  it('colours quotations and titles, but not as strings, where the editor would hold suggestions back', () => {
    assert.deepEqual(
      scopesOf('学“三实”读《县志》').map(([, text]) => text),
      ['“三实”', '《县志》'],
    );
    // Guidance is no place to write: it may well be a comment.
    const others = grammar.patterns.filter(
      ({ name }: { name?: string }) => name !== 'comment.line.guidance.speech-draft',
    );
    assert.doesNotMatch(JSON.stringify(others), /"name":"[^"]*\b(?:string|comment|regex)\b/);
  });

  it('colours what is still to be written: guidance and slots', () => {
    assert.deepEqual(scopesOf('【提示·开场】两三句点明背景。'), [
      ['comment.line.guidance.speech-draft', '【提示·开场】两三句点明背景。'],
    ]);
    const slot = 'variable.other.slot.speech-draft';
    assert.deepEqual(scopesOf('在〔地名〕说“〔引语〕”'), [
      [slot, '〔地名〕'],
      [slot, '〔引语〕'],
    ]);
  });

  it('colours no lookalike', () => {
    for (const line of ['1.5亿元', '一是一', '一、二、三产业', '第一书记', '平常的话'])
      assert.deepEqual(scopesOf(line), [], line);
  });
});
