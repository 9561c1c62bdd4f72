import * as vscode from 'vscode';
import type { PassageRef } from '../../server/protocol/passages';
import type { LanguageServer } from '../server/languageServer';

/** Scheme of read-only documents: the text of an article whose file the editor cannot show, such as a .docx. */
export const EXTRACTED_ARTICLE = 'fanben-article';

/** Address of the extracted text; it says all that is needed to extract it again after a reload. */
export function articleUri({ path, entry, title }: { path: string; entry: number; title: string }): vscode.Uri {
  const name = title.replace(/[\\/]/g, '／');
  return vscode.Uri.from({ scheme: EXTRACTED_ARTICLE, path: `/${name}`, query: JSON.stringify({ path, entry }) });
}

export function registerExtractedArticles(server: LanguageServer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(EXTRACTED_ARTICLE, {
    provideTextDocumentContent: async (uri, token) => {
      const start: PassageRef = { ...JSON.parse(uri.query), paragraph: 0, offset: 0, length: 0 };
      const place = await server.request('fanben/locate', start, token);
      return place?.kind === 'extracted' ? place.text : vscode.l10n.t('The file is gone or changed: {0}', start.path);
    },
  });
}
