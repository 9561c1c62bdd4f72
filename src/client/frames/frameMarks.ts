import * as vscode from 'vscode';
import type { ArticleFrame } from '../../server/protocol/frames';
import { isDraft, SPEECH_DRAFT } from '../draft/drafts';
import type { ArticleDocuments } from '../exemplars/articleDocuments';
import type { LanguageServer } from '../server/languageServer';
import { SOURCE } from '../sources/sourceUri';

/**
 * Marks the frames of the articles in sight, each member where it stands; the hover says which frame it is. What is marked belongs
 * to one text: an article that is edited loses its marks until it is saved.
 */
export function registerFrameMarks(server: LanguageServer, articles: ArticleDocuments): vscode.Disposable {
  const colour = vscode.window.createTextEditorDecorationType({
    border: '1px dashed',
    borderColor: new vscode.ThemeColor('fanben.frameBorder'),
    borderWidth: '0 0 1px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const known = new WeakMap<vscode.TextDocument, { version: number; frames: readonly ArticleFrame[] }>();
  /** An article that the server has, too: one to read is given to it when it is set for reading. */
  const isArticle = (document: vscode.TextDocument) =>
    (document.uri.scheme === SOURCE ? document.languageId === SPEECH_DRAFT : isDraft(document)) &&
    articles.articleOf(document) !== undefined;

  const draw = (editor: vscode.TextEditor) => {
    const found = known.get(editor.document);
    const frames = found?.version === editor.document.version ? found.frames : [];
    editor.setDecorations(colour, frames.flatMap(marksOf));
  };
  const look = async (editor: vscode.TextEditor) => {
    const { document } = editor;
    if (server.state.phase !== 'running' || !isArticle(document)) return;
    const { version } = document;
    if (known.get(document)?.version !== version) {
      const textDocument = { uri: document.uri.toString() };
      // Without an answer an article has no marks; whoever reads it misses nothing else.
      const frames = await server.request('fanben/articleFrames', { textDocument }).catch(() => null);
      if (frames) known.set(document, { version, frames });
    }
    if (editor.document.version === version) draw(editor);
  };
  const lookAtAll = () => vscode.window.visibleTextEditors.forEach(editor => void look(editor));
  return vscode.Disposable.from(
    colour,
    vscode.window.onDidChangeVisibleTextEditors(lookAtAll),
    articles.onDidChange(lookAtAll),
    server.onDidChangeState(lookAtAll),
    vscode.workspace.onDidSaveTextDocument(lookAtAll),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor);
    }),
  );
}

/** One for each member. Text of files is no Markdown. */
function marksOf({ template, places }: ArticleFrame): vscode.DecorationOptions[] {
  const hoverMessage = new vscode.MarkdownString().appendText(
    vscode.l10n.t('Frame: {0} · {1} times in this article', template, places.length),
  );
  return places.map(({ start, end }) => ({
    range: new vscode.Range(start.line, start.character, end.line, end.character),
    hoverMessage,
  }));
}
