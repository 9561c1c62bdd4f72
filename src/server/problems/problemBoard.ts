import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';

/** Who finds problems in a document. */
export type Finder = 'numbering' | 'check';

/** What each finder has found in each document; an editor is told of all of them together, for it replaces what it was told before. */
export interface ProblemBoard {
  put(uri: string, finder: Finder, diagnostics: Diagnostic[], version?: number): void;
}

/** An empty board; `publish` sends what stands on it to the editor. */
export function createProblemBoard(publish: (params: PublishDiagnosticsParams) => void): ProblemBoard {
  const found = new Map<string, Map<Finder, Diagnostic[]>>();
  return {
    put(uri, finder, diagnostics, version) {
      const ofDocument = found.get(uri) ?? new Map<Finder, Diagnostic[]>();
      const before = ofDocument.get(finder)?.length ?? 0;
      if (diagnostics.length > 0) ofDocument.set(finder, diagnostics);
      else ofDocument.delete(finder);
      if (ofDocument.size > 0) found.set(uri, ofDocument);
      else found.delete(uri);
      // Of nothing that was nothing before an editor need not hear.
      if (diagnostics.length > 0 || before > 0) publish({ uri, version, diagnostics: [...ofDocument.values()].flat() });
    },
  };
}
