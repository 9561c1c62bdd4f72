/** A draft that is checked, in each theme: scripts/screenshots.mjs --look-up runs these scenes, too. */
import * as vscode from 'vscode';
import { inEachTheme } from './scenes';
import { waitFor } from './waitFor';

const ADDED = [
  '面。',
  '截止目前，全县粮食总产12.6万吨。',
  '云岭县委、县政府要求，各乡镇按月报账。',
  '各级干部要守初心担使命、转作风抓落实，以钉钉子精神抓落实，一锤接着一锤敲。',
  '粮食总产达到12.8万吨，离不开全县上下的共同努力,也离不开（各级干部的辛劳。',
].join('\n');

inEachTheme('checking', stage => {
  const { executeCommand: command } = vscode.commands;

  it('a draft that is checked', async () => {
    const editor = await stage.openDraft();
    const { document } = editor;
    await editor.edit(edit => edit.insert(document.lineAt(document.lineCount - 1).range.end, ADDED));
    await command('fanben.checkDraft');
    await command('workbench.actions.view.problems');
    const problem = stage.window.page.locator('.markers-panel .monaco-list-row');
    await waitFor(async () => (await problem.count()) > 5, 30_000);
    await stage.rest();
    await stage.picture('check-problems');
    await command('workbench.action.closePanel');

    await stage.behind(editor, '截止');
    await stage.openFixes();
    await stage.picture('check-fix');
    await stage.window.press('Escape');

    const share = stage.window.page.locator('.statusbar-item', { hasText: '重合' }).first();
    await share.click();
    await stage.rest();
    await stage.picture('overlap-marks');
    await stage.window.page.mouse.move(400, 300);
    await command('fanben.overlapSources');
    await stage.row('第');
    await stage.picture('check-sources');
    await command('fanben.clearCheck');
  });
});
