import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { dictionaryFile } from '../../../../src/corpus/words/dictionaryFile';
import { createJiebaMarker } from '../../../../src/corpus/words/jiebaMarker';
import { readJiebaModel } from '../../../../src/corpus/words/jiebaModel';
import { eitherMarker, loadSegmenter } from '../../../../src/corpus/words/segmenter';
import { cutMarks } from '../../../../src/engine/index/columns/markWords';
import type { CutWords } from '../../../../src/engine/text/segmentWords';
import { runs, USUAL_RUNS } from '../../../fixtures/runs';

for (const [name, load] of [
  ['segmenter', loadSegmenter],
  ['segmenter of jieba-wasm', () => (text: string) => require('jieba-wasm').cut(text, true) as string[]],
] as const) {
  describe(name, () => {
    let cut: CutWords;
    before(function () {
      this.timeout(30_000);
      cut = load();
    });

    it('cuts into words', () => {
      assert.deepEqual(cut('推动高质量发展'), ['推动', '高质量', '发展']);
    });

    it('gives back every character of any text', () => {
      for (const text of ['', '一\n二\u0001', 'a\u0000b', '推动😀𠮷野', '\ufffd\ufffd敢于', '　 \t', '１２３abc']) {
        assert.equal(cut(text).join(''), text, JSON.stringify(text));
      }
    });
  });
}

describe('segmenter of half a character', () => {
  it('gives back as many code units', () => {
    assert.equal(loadSegmenter()('\ud800推动\udc00').join('').length, 4);
  });

  it('cuts as if that were a character that nobody knows', () => {
    const units = fc.array(fc.constantFrom('\ud840', '\udfb7', '推', '动', '发', '展', '，', 'a', '1'), {
      maxLength: 12,
    });
    const lengths = (text: string) => loadSegmenter()(text).map(({ length }) => length);
    fc.assert(
      fc.property(units, any =>
        assert.deepEqual(lengths(any.join('')), lengths(any.join('').replace(/\p{Surrogate}/gu, '\ufffd'))),
      ),
      runs(USUAL_RUNS),
    );
  });
});

const WRITTEN = [
  '同志们，我们要以钉钉子精神推动高质量发展，把青禾县建设得更加美好。',
  '周明远同志到石板沟村调研时强调，云计算、区块链不是摆设。',
  'GDP增长6.5%，完成投资12.6亿元，v2.0版APP上线3个月',
  '守初心担使命、转作风抓落实，必须始终保持“慢不得”的警醒。',
  '𠮷野家的😀很好吃，翀翃翐',
];
const CHARACTERS = [...'推动高质量发展干部群众的了一二三青禾石板翀翃在把，。、“” 　aZ09.%\n'];

/** nodejieba takes three seconds to load all of its dictionary. Of these texts no more than the words of their characters can be cut: those are loaded, but for a thorough test. */
function wordsOf(dictionary: string): string {
  if (process.env.FANBEN_THOROUGH) return dictionary;
  const known = new Set([...WRITTEN.join(''), ...CHARACTERS]);
  const isOfThem = (line: string) => [...line.slice(0, line.indexOf(' '))].every(character => known.has(character));
  return dictionary.split('\n').filter(isOfThem).join('\n');
}

describe('cuts as nodejieba', () => {
  let cut: CutWords;
  let native: (text: string) => string[];
  let folder: string;
  before(function () {
    this.timeout(30_000);
    let jieba: typeof import('nodejieba');
    try {
      jieba = require('nodejieba');
    } catch {
      return this.skip(); // could not be built here
    }
    const [all, user, model] = ['jieba.dict.utf8', 'user.dict.utf8', 'hmm_model.utf8'].map(name =>
      readFileSync(dictionaryFile(name), 'utf8'),
    );
    const dictionary = wordsOf(all!);
    folder = mkdtempSync(join(tmpdir(), 'fanben-words-'));
    const [dict, idfDict] = [join(folder, 'words'), join(folder, 'weights')];
    writeFileSync(dict, dictionary);
    writeFileSync(idfDict, '的 1\n');
    jieba.load({ dict, idfDict });
    native = text => jieba.cut(text, true);
    cut = cutMarks(createJiebaMarker(readJiebaModel(dictionary, user!, model!)));
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true });
  });

  it('what people write', () => {
    for (const text of WRITTEN) assert.deepEqual(cut(text), native(text));
  });

  it('any row of characters', () => {
    const text = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 60 }).map(characters => characters.join(''));
    fc.assert(
      fc.property(text, any => assert.deepEqual(cut(any), native(any))),
      runs(40),
    );
  });
});

describe('jieba’s files', () => {
  const files = ['a 3 n\nab 2 n\r\nbc 9 n\nc 1 n\n', 'cd\nd x\nde 7 n\n'] as const;
  const hmm = () => {
    const folder = join(dirname(require.resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict');
    return readFileSync(join(folder, 'hmm_model.utf8'), 'utf8');
  };

  it('give the most probable row of words, those of the user first', function () {
    let model: string;
    try {
      model = hmm();
    } catch {
      return this.skip(); // nodejieba is not there
    }
    const cut = cutMarks(createJiebaMarker(readJiebaModel(...files, model)));
    assert.deepEqual(cut('abc'), ['a', 'bc']);
    assert.deepEqual(cut('cde'), ['c', 'de']);
    assert.deepEqual(cut(''), []);
  });
});

describe('jieba’s dictionary that is taken away', () => {
  for (const [name, fileOf] of [
    ['is not there', (file: string) => join(tmpdir(), 'C：＼用户＼张三', file)],
    ['is a folder', () => tmpdir()],
    ['does not even have a place', () => assert.fail('no such package')],
  ] as const) {
    it(`costs nothing but time: it ${name}`, function () {
      this.timeout(30_000);
      assert.deepEqual(cutMarks(eitherMarker(fileOf))('推动高质量发展'), ['推动', '高质量', '发展']);
    });
  }
});
