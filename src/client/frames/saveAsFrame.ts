import * as vscode from 'vscode';
import type { ChosenSlot, SlotCandidate } from '../../server/protocol/frames';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { tell } from '../ui/tell';
import { type FrameFiles, fileEntry } from './frameFiles';
import { pickFrameFile } from './pickFrameFile';

/** A frame is a few sentences, or the skeleton of a speech; more is an article. UTF-16 code units. */
const LONGEST = 5000;

/** Keeps a part of a draft as a frame of the writer's own. */
export function registerSaveAsFrame(server: LanguageServer, files: FrameFiles): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.saveAsFrame', async () => {
    const selected = selectedFrame();
    if (!selected) {
      void tell.information(
        vscode.l10n.t('Select the sentences of the frame first; several selections become its slots.'),
      );
      return;
    }
    try {
      await save(server, files, selected);
    } catch (error) {
      await showFailure(vscode.l10n.t('The frame cannot be saved.'), error);
    }
  });
}

interface Selected {
  readonly text: string;
  /** Set where the writer has selected the slots themselves. */
  readonly slots?: ChosenSlot[];
}

/** One selection is the frame. Several are its slots, and the frame is the lines that they stand in. */
function selectedFrame(): Selected | undefined {
  const editor = vscode.window.activeTextEditor;
  const selections = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
  if (!editor || selections.length === 0) return undefined;
  const { document } = editor;
  const textOf = (range: vscode.Range) => document.getText(range).replaceAll('\r', '');
  if (selections.length === 1) {
    const text = textOf(selections[0]!).replace(/^\n+|\s+$/g, '');
    return text === '' || text.length > LONGEST ? undefined : { text };
  }
  const first = Math.min(...selections.map(({ start }) => start.line));
  const last = Math.max(...selections.map(({ end }) => end.line));
  const begin = new vscode.Position(first, document.lineAt(first).firstNonWhitespaceCharacterIndex);
  const text = textOf(new vscode.Range(begin, document.lineAt(last).range.end));
  const slots = selections.map(selection => {
    // A selection of whole lines takes in their indentation, which is no part of the frame.
    const own = selection.intersection(new vscode.Range(begin, selection.end)) ?? selection;
    const start = textOf(new vscode.Range(begin, own.start)).length;
    const name = textOf(own);
    return { start, end: start + name.length, name };
  });
  return text.length > LONGEST ? undefined : { text, slots };
}

async function save(server: LanguageServer, files: FrameFiles, { text, slots }: Selected): Promise<void> {
  const chosen = slots ?? (await pickSlots(text, await server.request('fanben/slotCandidates', { text })));
  if (!chosen) return;
  const file = await pickFrameFile(files, vscode.l10n.t('Keep the frame for …'));
  const name = file && (await askName(text, Object.keys(await files.read(file))));
  if (!name) return;
  const composed = await server.request('fanben/composeFrame', { text, slots: chosen, name });
  if (!composed) throw new Error(vscode.l10n.t('The language server gave no answer.'));
  await files.add(file, { [name]: fileEntry(composed, name) });
  const open = vscode.l10n.t('Open File');
  const message = vscode.l10n.t(
    'Saved. Type {0}, or find it in Insert Frame under “Mine”.',
    composed.prefix.join(' / '),
  );
  void tell.information(message, open).then(answer => {
    if (answer === open) void vscode.window.showTextDocument(file);
  });
}

interface SlotItem extends vscode.QuickPickItem {
  slots: SlotCandidate[];
}

/** Which words become slots; the same word is one, wherever it stands. Undefined where the writer thinks better of it. */
async function pickSlots(text: string, candidates: readonly SlotCandidate[]): Promise<ChosenSlot[] | undefined> {
  const items = new Map<string, SlotItem>();
  for (const candidate of candidates) {
    const word = text.slice(candidate.start, candidate.end);
    const item = items.get(word) ?? { label: inert(word), slots: [], picked: false };
    item.slots.push(candidate);
    items.set(word, item);
  }
  for (const item of items.values()) {
    const [first] = item.slots;
    item.picked = item.slots.some(({ isLikely }) => isLikely);
    item.description = inert(around(text, first!)) + (item.slots.length > 1 ? ` ×${item.slots.length}` : '');
  }
  const picked = await vscode.window.showQuickPick([...items.values()], {
    title: vscode.l10n.t('Save as Frame: which words become slots?'),
    placeHolder: vscode.l10n.t('The checked words can be written anew each time; the rest stays as it is'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.flatMap(({ slots }) => slots);
}

/** Some characters around a slot, which stands as ＿＿ in them. */
function around(text: string, { start, end }: ChosenSlot): string {
  return `${text.slice(Math.max(0, start - 6), start)}＿＿${text.slice(end, end + 6)}`.replace(/\s+/g, ' ');
}

function askName(text: string, known: readonly string[]): Thenable<string | undefined> {
  const severity = vscode.InputBoxValidationSeverity;
  return vscode.window
    .showInputBox({
      title: vscode.l10n.t('Name of the frame'),
      prompt: vscode.l10n.t('Typing the name, or the initials of its pinyin, offers the frame.'),
      value: (/[\p{L}\p{N}]{2,8}/u.exec(text) ?? [''])[0],
      ignoreFocusOut: true,
      validateInput: value => {
        const name = value.trim();
        if (name.length < 2) return { message: vscode.l10n.t('Two characters or more'), severity: severity.Error };
        return known.includes(name)
          ? { message: vscode.l10n.t('The frame that has this name is replaced'), severity: severity.Warning }
          : undefined;
      },
    })
    .then(name => name?.trim());
}
