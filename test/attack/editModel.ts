import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer } from '../server/inProcess';
import { type Attack, below, oneOf, part } from './attackKind';
import { NASTY_PIECES } from './nasty';

/** Edits between two looks at what the server holds. */
const LOOK_EVERY = 20;
const LONGEST = 4_000;

/**
 * Random edits of a document, and a model of it beside: what the server holds is the model's text, by what it says of its length and
 * of its outline.
 */
export const editModel: Attack = async ({ share, next }) => {
  const client = await startServer();
  const faults: string[] = [];
  const edits = part(20_000, share);
  const uri = await client.open('一、甲\n');
  const model = TextDocument.create(uri, 'speech-draft', 1, '一、甲\n');
  let looks = 0;
  const ask = async (of: string) => {
    const textDocument = { uri: of };
    const [length, symbols] = await Promise.all([
      client.request('fanben/length', { textDocument, ranges: [] }),
      client.request('textDocument/documentSymbol', { textDocument }),
    ]);
    return JSON.stringify([length, symbols]);
  };
  for (let edit = 1; edit <= edits; edit++) {
    const length = model.getText().length;
    const isWhole = length > LONGEST || next() < 0.01;
    const [a, b] = [below(next, length + 1), below(next, 20)];
    const text = next() < 0.3 ? '' : oneOf(next, NASTY_PIECES).repeat(1 + below(next, 3));
    const range = { start: model.positionAt(a), end: model.positionAt(Math.min(length, a + b)) };
    const contentChanges = isWhole ? [{ text }] : [{ range, text }];
    TextDocument.update(model, contentChanges, edit + 1);
    await client.notify('textDocument/didChange', { textDocument: { uri, version: edit + 1 }, contentChanges });
    if (edit % LOOK_EVERY !== 0 && edit !== edits) continue;
    looks++;
    const fresh = await client.open(model.getText());
    if ((await ask(uri)) !== (await ask(fresh))) faults.push(`edit ${edit}: the server holds another text`);
    await client.notify('textDocument/didClose', { textDocument: { uri: fresh } });
    if (faults.length > 0) break;
  }
  await client.stop();
  return { counts: { edits, looks }, faults };
};
