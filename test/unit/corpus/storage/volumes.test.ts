import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { readArticles, sourceText } from '../../../../src/corpus/reading/readArticles';
import { sourceRange } from '../../../../src/engine/article/mapping/sourceMap';
import { makeDocx, wordParagraph } from '../../../fixtures/docx';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';
import { BODY, TITLE } from '../../engine/article/kinds/kind';

const SECOND = '在全县森林防火工作会议上的讲话';
const LINES = [TITLE, '（2015年3月2日）', '陆明远', ...BODY, SECOND, '（2016年4月1日）', '何晓东', ...BODY];

const files = temporaryFiles();
after(() => files.remove());

async function readAll(path: string, firstEntry = 0) {
  const found = [];
  for await (const read of readArticles(path, { firstEntry })) if ('article' in read) found.push(read);
  return found;
}

describe('readArticles: a file of several speeches', () => {
  const sources: Record<string, string | Uint8Array> = {
    '讲话选.txt': LINES.join('\r\n'),
    '讲话选.md': LINES.map(line => (line === TITLE || line === SECOND ? `# ${line}` : line)).join('\n\n'),
    '讲话选.docx': makeDocx({ body: LINES.map(line => wordParagraph(line)).join('') }),
    '讲话选.zip': zipSync({ '讲话选.txt': Buffer.from(LINES.join('\n')) }),
    '讲话选.html': `<html><body><div>${LINES.map(line => `<p>${line}</p>`).join('')}</div></body></html>`,
  };
  for (const [name, content] of Object.entries(sources)) {
    it(`${name}: each with its own title, day and name`, async () => {
      const path = files.write(name, content);
      const reads = await readAll(path);
      assert.deepEqual(
        reads.map(({ entry, article: { title, date, speaker, paragraphs } }) => [
          entry,
          title,
          date,
          speaker,
          paragraphs.length,
        ]),
        [
          [0, TITLE, '2015-03-02', '陆明远', BODY.length],
          [1, SECOND, '2016-04-01', '何晓东', BODY.length],
        ],
      );
      assert.deepEqual(
        (await readAll(path, 1)).map(({ entry }) => entry),
        [1],
      );
      const source = await sourceText(path, 1);
      const last = reads[1]!.article.paragraphs.at(-1)!;
      const { start, end } = sourceRange(last, 0, last.text.length);
      assert.equal(source.isText ? source.text.slice(start, end) : source.text.split('\n').at(-1), last.text);
    });
  }
});
