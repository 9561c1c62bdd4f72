import * as vscode from 'vscode';
import type { Passage } from '../../server/protocol/passages';
import type { ArticleDocuments } from '../exemplars/articleDocuments';
import { sourceLine } from '../sources/sourceLine';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { insertText } from '../ui/insertText';
import { onOneLine } from '../ui/onOneLine';
import { type Saying, withSaying } from './saying';
import type { Sayings } from './sayings';

type Node = { readonly tag: string } | { readonly saying: Saying };

/** “金句” in the side bar: by tag, those without one last. A click puts a saying into the draft. */
export function registerSayingView(sayings: Sayings, articles: ArticleDocuments): vscode.Disposable {
  const changes = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<Node>('fanben.sayings', {
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren: node => childrenOf(sayings.all, node),
      getTreeItem: itemOf,
    },
    showCollapseAll: true,
  });
  const change = async (next: Parameters<Sayings['change']>[0]) => {
    try {
      await sayings.change(next);
    } catch (error) {
      await showFailure(vscode.l10n.t('The file of sayings cannot be changed: {0}.', sayings.file.fsPath), error);
    }
  };
  return vscode.Disposable.from(
    view,
    changes,
    sayings.onDidChange(() => changes.fire(undefined)),
    vscode.commands.registerCommand('fanben.keepSaying', async (given?: Passage & { sentence?: string }) => {
      // A menu of the editor gives the address of the document: what is selected there is meant.
      const passage = given?.match === undefined ? undefined : given;
      const text = passage ? (passage.sentence ?? passage.match) : selectedText();
      if (text.trim() === '') return;
      const typed = await vscode.window.showInputBox({
        title: vscode.l10n.t('Keep as a Saying'),
        prompt: asPrompt(text),
        placeHolder: vscode.l10n.t('Tags, separated by blanks; none is fine'),
      });
      if (typed === undefined) return;
      const tags = typed.split(/[\s,，、]+/).filter(Boolean);
      await change(all => withSaying(all, { text, tags, source: passage ? sourceLine(passage) : '' }));
    }),
    vscode.commands.registerCommand('fanben.insertSaying', async ({ text }: Saying) => {
      const editor = articles.lastDraft();
      await (editor ? insertText(editor, text) : vscode.env.clipboard.writeText(text));
    }),
    vscode.commands.registerCommand('fanben.removeSaying', async (node: Node) => {
      if ('saying' in node) await change(all => all.filter(({ text }) => text !== node.saying.text));
    }),
    vscode.commands.registerCommand('fanben.openSayings', async () => {
      // What stands in it stays as it was written.
      if (!(await exists(sayings.file))) await change(all => [...all]);
      await vscode.window.showTextDocument(sayings.file);
    }),
  );
}

/** A box shows a few lines. UTF-16 code units. */
const LONGEST_PROMPT = 120;

/** What is being kept, on one line. */
function asPrompt(text: string): string {
  const line = onOneLine(text);
  return line.length > LONGEST_PROMPT ? `${line.slice(0, LONGEST_PROMPT)}…` : line;
}

function exists(file: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? '';
}

function childrenOf(all: readonly Saying[], node: Node | undefined): Node[] {
  if (node) return 'tag' in node ? all.filter(({ tags }) => tags.includes(node.tag)).map(saying => ({ saying })) : [];
  const tags = [...new Set(all.flatMap(saying => saying.tags))].sort((a, b) => a.localeCompare(b, 'zh'));
  const untagged = all.filter(saying => saying.tags.length === 0);
  return [...tags.map(tag => ({ tag })), ...untagged.map(saying => ({ saying }))];
}

function itemOf(node: Node): vscode.TreeItem {
  if ('tag' in node) return new vscode.TreeItem(inert(node.tag), vscode.TreeItemCollapsibleState.Expanded);
  const { text, source } = node.saying;
  const item = new vscode.TreeItem(inert(text));
  item.contextValue = 'saying';
  item.tooltip = source === '' ? text : `${text}\n${source}`;
  item.command = { command: 'fanben.insertSaying', title: '', arguments: [node.saying] };
  return item;
}
