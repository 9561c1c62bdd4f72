import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Driver } from './driver';
import { waitFor } from './waitFor';

/** Articles of invented counties: file name -> text. What recurs in them is what the tests look for. */
const ARTICLES: Readonly<Record<string, string>> = {
  '2021-03-08 在全县春耕生产会上的讲话.txt': `在全县春耕生产会上的讲话
（2021年3月8日）
各级干部要以时不我待的紧迫感抓好春耕，守初心、担使命，把政策送到田间地头。
种子化肥要早调早运，农机手要早训早备，决不能误了农时。`,
  '2022-06-15 在全县防汛工作会上的讲话.txt': `在全县防汛工作会上的讲话
（2022年6月15日）
守初心、担使命，就要在群众最需要的时候站得出来。
要坚持人民至上、生命至上，以时不我待的紧迫感排查每一处险工险段。`,
  '2022-11-02 在教育座谈会上的讲话.txt': `在教育座谈会上的讲话
（2022年11月2日）
办好家门口的学校，要坚持一张蓝图绘到底，一任接着一任干。
推动高质量发展，根子在人才，根本在教育。`,
  '2023-02-06 在全县经济工作会上的讲话.md': `# 在全县经济工作会上的讲话

2023年2月6日

推动高质量发展，必须坚持一张蓝图绘到底，一任接着一任干。

要以时不我待的紧迫感抓项目、稳增长、惠民生。
`,
  '2024-05-20 在优化营商环境会上的讲话.txt': `在优化营商环境会上的讲话
（2024年5月20日）
推动高质量发展，营商环境是第一道门槛。要扑下身子抓落实，把承诺写在纸上、办在实处。
扑下身子抓落实，最怕的是半途而废。`,
  '2025-01-10 在县委全会上的讲话.txt': `在县委全会上的讲话
（2025年1月10日）
要扑下身子抓落实，守初心、担使命，坚持一张蓝图绘到底，一任接着一任干。
推动高质量发展，归根到底是让群众过上好日子。`,
};

export const ARTICLE_COUNT = Object.keys(ARTICLES).length;

/** Absolute path in the folder that the tests have open. */
export function inWorkspace(...names: string[]): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests want an open folder.');
  return join(folder.uri.fsPath, ...names);
}

export function writeFile(path: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(vscode.Uri.file(path), new TextEncoder().encode(text));
}

/** Deletes a file or folder, if it is there. */
export function deleteFile(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}

/** The item of Fanben in the status bar; `undefined` where there is none. */
export async function statusText(window: Driver): Promise<string | undefined> {
  return (await window.statusBar()).find(text => text.startsWith('Fanben'));
}

/** Resolves when the status bar says so. */
export async function untilStatus(window: Driver, wanted: RegExp, timeoutMs = 30_000): Promise<void> {
  await waitFor(async () => {
    const text = await statusText(window);
    if (text === undefined || !wanted.test(text)) throw new Error(`The status is ${text}, not ${wanted}.`);
    return true;
  }, timeoutMs);
}

/** Puts the articles into the workspace, opens a draft so that the server is there, and waits until they are indexed. */
export async function useCorpus(window: Driver): Promise<void> {
  const hadBackground = vscode.workspace.getConfiguration('fanben').get('background.enabled');
  await openCorpus();
  // Else the first list might still come of the server before, which has the background.
  if (hadBackground) await vscode.commands.executeCommand('fanben.restartServer');
  await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT} articles`));
}

/** The same without the waiting. */
export async function openCorpus(): Promise<void> {
  // Tests of rows want every list, and rows of these articles alone; what opens by itself, and what every writer has, is tested apart.
  await setSetting('suggest.lists', 'all');
  await setSetting('background.enabled', false);
  for (const [name, text] of Object.entries(ARTICLES)) await writeFile(inWorkspace('语料', name), text);
  const draft = await vscode.workspace.openTextDocument({ language: 'speech-draft' });
  await vscode.window.showTextDocument(draft);
}

/** Sets a setting of Fanben for the writer; `undefined` takes it back. */
export function setSetting(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration('fanben').update(name, value, vscode.ConfigurationTarget.Global);
}
