import * as vscode from 'vscode';
import type { MinedLevel } from '../../server/protocol/minedFrames';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { createLiveQuickPick } from '../ui/liveQuickPick';
import { onOneLine } from '../ui/onOneLine';
import { pickedValue } from '../ui/pickedValue';
import { tell } from '../ui/tell';
import type { FrameEntry, FrameSource } from './frameEntry';
import { levelNames } from './frameLevels';
import { frameOverview } from './frameOverview';
import type { FrameSearch } from './frameSearch';
import { minedFrameSource } from './minedFrameSource';
import { ownFrameSource } from './ownFrameSource';
import { writtenFrameSource } from './writtenFrameSource';

interface FrameItem extends vscode.QuickPickItem {
  entry?: FrameEntry;
}

/** More are found by typing: a list is as long as a writer scrolls. */
const MOST_SHOWN = 200;

/**
 * The picker of frames, from all sources in one list: grouped at first, by fitness once something is typed. It opens with what
 * is known from the last time, and takes in what is new when it comes.
 */
export function registerInsertFrame(server: LanguageServer): vscode.Disposable {
  const sources = [ownFrameSource(server), writtenFrameSource(server), minedFrameSource(server)];
  return vscode.commands.registerCommand('fanben.insertFrame', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      void tell.information(vscode.l10n.t('Open a draft first: a frame goes in at the cursor.'));
      return;
    }
    try {
      const entry = await pickFrame(sources);
      const body = await entry?.body();
      if (body !== undefined) await editor.insertSnippet(new vscode.SnippetString(body));
    } catch (error) {
      await showFailure(vscode.l10n.t('The frames cannot be shown.'), error);
    }
  });
}

/** Kept between pickers: preparing it takes longer than the rest together. */
let prepared: { readonly entries: readonly FrameEntry[]; readonly search: Promise<FrameSearch> } | undefined;

/** With its libraries it is twenty times the rest of the client: loaded when something is first typed. */
async function prepareSearch(entries: readonly FrameEntry[]): Promise<FrameSearch> {
  const { createFrameSearch } = await import('./frameSearch');
  return createFrameSearch(entries, levelNames());
}

function searchIn(entries: readonly FrameEntry[]): Promise<FrameSearch> {
  const isSame = prepared?.entries.length === entries.length && prepared.entries.every((one, i) => one === entries[i]);
  if (!prepared || !isSame) prepared = { entries, search: prepareSearch(entries) };
  return prepared.search;
}

async function pickFrame(sources: readonly FrameSource[]): Promise<FrameEntry | undefined> {
  const picker = createLiveQuickPick<FrameItem>();
  const levels = levelNames();
  const order: readonly (MinedLevel | undefined)[] = [undefined, 'heading', 'paragraph', 'sentence', 'clause'];
  let level: MinedLevel | undefined;
  let entries: readonly FrameEntry[] = [];

  picker.placeholder = vscode.l10n.t(
    'Name, keyword, kind, pinyin or initials: 一是, yishi, ys; “headings …” for headings only',
  );
  picker.buttons = [
    {
      iconPath: new vscode.ThemeIcon('filter'),
      tooltip: vscode.l10n.t('Headings, Paragraph Openings, Sentences or Clauses Only'),
    },
  ];
  const openSource = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open Source Beside') };
  const itemOf = (entry: FrameEntry, showsKind: boolean): FrameItem => ({
    label: inert(entry.name),
    description: showsKind ? `${entry.note} · ${entry.kind}` : entry.note,
    detail: onOneLine(entry.preview),
    alwaysShow: true,
    buttons: entry.source ? [openSource] : [],
    entry,
  });
  const overview = (all: readonly FrameEntry[]) => frameOverview(all, vscode.l10n.t('From your articles'));
  const show = async () => {
    const typed = picker.value;
    picker.title = level ? `${vscode.l10n.t('Insert Frame')} · ${levels[level]}` : vscode.l10n.t('Insert Frame');
    const within = level ? entries.filter(entry => entry.level === level) : entries;
    if (typed.trim() === '') {
      const groups = level ? new Map([[levels[level], within.slice(0, MOST_SHOWN)]]) : overview(within);
      picker.fill(grouped(groups, itemOf), typed);
      return;
    }
    const search = await searchIn(entries);
    if (typed !== picker.value) return; // typed on meanwhile
    const found = search(typed).filter(entry => !level || entry.level === level);
    const rows = found.slice(0, MOST_SHOWN).map(entry => itemOf(entry, true));
    picker.fill(rows.length > 0 ? rows : [{ label: vscode.l10n.t('No frame fits'), alwaysShow: true }], typed);
  };
  const takeIn = async () => {
    entries = sources.flatMap(source => source.known());
    const active = picker.activeItems[0]?.entry;
    const first = picker.items.find(({ entry }) => entry)?.entry;
    // What the writer has moved to stays under the cursor.
    picker.keepScrollPosition = active !== first;
    await show();
    const same = picker.keepScrollPosition && picker.items.find(({ entry }) => entry && entry === active);
    if (same) picker.activeItems = [same];
  };

  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(error);
      picker.hide();
    };
    picker.onDidChangeValue(() => show().catch(fail));
    picker.onDidTriggerButton(() => {
      level = order[(order.indexOf(level) + 1) % order.length];
      show().catch(fail);
    });
    picker.onDidTriggerItemButton(({ item }) =>
      vscode.commands.executeCommand('fanben.openPassage', item.entry?.source),
    );
    takeIn().catch(fail);
    pickedValue(picker, ({ entry }) => entry).then(resolve, fail);
    picker.busy = true;
    Promise.all(sources.map(async source => (await source.refresh()) && takeIn())).then(() => {
      picker.busy = false;
      void searchIn(entries); // ready before the first key
    }, fail);
  });
}

/** The entries of a group under its name. */
function grouped(
  groups: ReadonlyMap<string, readonly FrameEntry[]>,
  itemOf: (entry: FrameEntry, showsKind: boolean) => FrameItem,
): FrameItem[] {
  return [...groups].flatMap(([name, entries]) => [
    { label: name, kind: vscode.QuickPickItemKind.Separator },
    ...entries.map(entry => itemOf(entry, false)),
  ]);
}
