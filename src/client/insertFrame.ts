import * as vscode from 'vscode';
import { FRAMES, type InsertableFrame, OWN_FRAMES, type OwnFrames } from '../server/messages';
import { showFailure } from './failure';
import type { FrameFiles } from './frameFiles';
import { kindNames } from './frameKinds';
import type { FrameEntry, FrameSearch } from './frameSearch';
import type { LanguageServer } from './languageServer';
import { createLiveQuickPick } from './liveQuickPick';

interface FrameItem extends vscode.QuickPickItem {
  template?: InsertableFrame;
  /** A file with frames that cannot be used: it is opened. */
  file?: string;
}

/** The picker of frames: grouped by kind at first, by fitness once something is typed. */
export function registerInsertFrame(server: LanguageServer, files: FrameFiles): vscode.Disposable {
  let search: Promise<FrameSearch> | undefined;
  let own: OwnFrames = { frames: [], problems: [] };
  const prepare = async () => {
    const kinds = Object.entries(kindNames());
    const frames = await server.request<InsertableFrame[]>(FRAMES, undefined);
    own = await server.request<OwnFrames>(OWN_FRAMES, undefined);
    const mine = own.frames.map(template => ({ template, kind: vscode.l10n.t('Mine') }));
    const entries = kinds.flatMap(([kind, name]) =>
      frames.filter(template => template.kind === kind).map(template => ({ template, kind: name })),
    );
    // With its libraries it is twenty times the rest of the client: loaded when a picker first opens.
    const { createFrameSearch } = await import('./frameSearch');
    return createFrameSearch([...mine, ...entries]);
  };
  const command = vscode.commands.registerCommand('fanben.insertFrame', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first: a frame goes in at the cursor.'));
      return;
    }
    search ??= prepare();
    try {
      const template = await pickFrame(await search, own.problems);
      if (template) await editor.insertSnippet(new vscode.SnippetString(template.body));
    } catch (error) {
      search = undefined;
      await showFailure(vscode.l10n.t('The frames cannot be shown.'), error);
    }
  });
  const forget = files.onDidChange(() => {
    search = undefined;
  });
  return vscode.Disposable.from(command, forget);
}

async function pickFrame(search: FrameSearch, problems: OwnFrames['problems']): Promise<InsertableFrame | undefined> {
  const picker = createLiveQuickPick<FrameItem>();
  picker.title = vscode.l10n.t('Insert Frame');
  picker.placeholder = vscode.l10n.t('Name, keyword, kind, pinyin or initials: 一是, yishi, ys');
  const show = (typed: string) => {
    const entries = search(typed);
    picker.items =
      typed.trim() === ''
        ? [...problems.map(problemItem), ...grouped(entries)]
        : entries.map(entry => itemOf(entry, entry.kind));
  };
  picker.onDidChangeValue(show);
  show('');
  return new Promise(resolve => {
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      resolve(item?.template);
      picker.hide();
      if (item?.file) void vscode.window.showTextDocument(vscode.Uri.file(item.file));
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** The entries of a kind under the name of the kind. */
function grouped(entries: readonly FrameEntry[]): FrameItem[] {
  return entries.flatMap((entry, index) => {
    const item = itemOf(entry);
    const isFirst = entries[index - 1]?.kind !== entry.kind;
    return isFirst ? [{ label: entry.kind, kind: vscode.QuickPickItemKind.Separator }, item] : [item];
  });
}

/** What is wrong in a file of one's own frames; Enter opens it. */
function problemItem({ path, message }: OwnFrames['problems'][number]): FrameItem {
  const label = `$(warning) ${vscode.l10n.t('Cannot be used: {0}', vscode.workspace.asRelativePath(path))}`;
  return { label, detail: message, alwaysShow: true, file: path };
}

function itemOf({ template }: FrameEntry, kind?: string): FrameItem {
  const typed = template.prefixes.join(' ');
  return {
    label: template.name,
    description: kind ? `${typed} · ${kind}` : typed,
    detail: template.preview.replace(/\s*\n\s*/g, ' ⏎ '),
    alwaysShow: true,
    template,
  };
}
