import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, setSetting, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow, newWindow } from '../harness/driver';
import { closeEditors } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Where a browser's editor keeps its secrets, under a key of its server's. */
const SECRETS = 'secrets.provider';
const SEALED = /^\{"key":"[0-9a-f]{8}","sealed":"[A-Za-z0-9+/=]+"\}$/;
/** How a row begins that stands low until it has been taken. */
const WANTED = '抓落实，把承诺';
const isWanted = (label = '') => label.startsWith(WANTED);
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const firstStep = (label: string) => label.split(' ⇥ ')[0]!;

/** The folder in which Fanben keeps what it has learnt, of this profile. */
function choicesFolder(): string {
  const user = join(dirname(process.env.FANBEN_EXTENSIONS!), 'user');
  const found = readdirSync(user, { recursive: true, encoding: 'utf8' }).find(
    name => basename(name) === 'choices.jsonl',
  );
  if (!found) throw new Error(`nothing is kept in ${user}`);
  return dirname(join(user, found));
}

describe('choices under a key of the editor’s secret storage', function () {
  // A start of the window takes seconds, and tens of them on a busy machine.
  this.timeout(180_000);
  const folder = () => inWorkspace('密存');
  const draft = () => inWorkspace('密存', 'draft.gao');
  let main: Driver;
  let window: Driver;
  let usual: string;

  const kept = () =>
    readFileSync(join(choicesFolder(), 'choices.jsonl'), 'utf8')
      .split('\n')
      .filter(line => line !== '');
  const aside = () => readdirSync(choicesFolder()).filter(name => /^choices\.jsonl\.[0-9a-f]{8}$/.test(name));
  const labels = async () => (await window.suggestions()).map(({ label }) => label);

  /** Opens the draft in the window that has just been opened, which starts the server there. */
  const openDraft = async () => {
    await window.press('ControlOrMeta+p');
    await window.page.locator('.quick-input-widget input').waitFor();
    await window.typeKeys('draft.gao');
    await waitFor(window.quickPick);
    await window.press('Enter');
    await untilStatus(window, /: \d+ articles/);
    await window.page.locator('.monaco-editor.focused').first().waitFor();
  };
  /** A start of the editor, as far as the extension can tell. */
  const reload = async () => {
    await window.press('Escape');
    await window.press('ControlOrMeta+s');
    await window.page.reload();
    await window.page.locator('.monaco-workbench').waitFor();
    await openDraft();
  };
  /** An empty draft, and what is offered behind 我们要扑下身子. */
  const offered = async () => {
    await window.press('Escape');
    await window.press('ControlOrMeta+a');
    await window.press('Delete');
    await window.compose('我们要扑下身子');
    return waitFor(labels);
  };
  const take = async () => {
    await offered();
    const focused = async () => firstStep((await window.suggestions()).find(row => row.focused)?.label ?? '');
    for (let row = 0, now = await focused(); !isWanted(now); row++) {
      assert.ok(row < 20, `${WANTED} is not offered: ${await labels()}`);
      await window.press('ArrowDown');
      const before = now;
      await waitFor(async () => (await focused()) !== before);
      now = await focused();
    }
    await window.press('Tab');
    // The list asks for the next phrase by itself, as ever.
    await pause(800);
    await window.press('Escape');
  };

  before(async () => {
    main = await mainWindow();
    await useCorpus(main);
    await vscode.commands.executeCommand('fanben.forgetChoices', { isSure: true });
    await writeFile(draft(), '');
    await setSetting('corpus.folders', [inWorkspace('语料')]);
    window = await newWindow(() =>
      vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder()), { forceNewWindow: true }),
    );
    await openDraft();
    usual = firstStep((await offered())[0]!);
    assert.ok(!isWanted(usual));
  });

  after(async () => {
    await window.close();
    await setSetting('corpus.folders', undefined);
    await vscode.commands.executeCommand('fanben.forgetChoices', { isSure: true });
    await deleteFile(folder());
    await closeEditors();
  });

  const secrets = (): Promise<string | null> => window.page.evaluate(`localStorage.getItem('${SECRETS}')`);
  const loseSecrets = () => window.page.evaluate(`localStorage.removeItem('${SECRETS}')`);
  const giveBack = (text: string) =>
    window.page.evaluate(`localStorage.setItem('${SECRETS}', ${JSON.stringify(text)})`);
  /** After a loss nothing is sealed until the writer says so anew. */
  const turnOffAndOn = async () => {
    for (const isOn of [false, undefined]) {
      await setSetting('memory.encrypted', isOn);
      await pause(1000);
      await untilStatus(window, /: \d+ articles/);
    }
  };

  it('stand in plain words, for their writer alone, where that storage keeps nothing', async () => {
    await window.page.route('**/mint-key', route => route.fulfill({ status: 404 }));
    for (let start = 0; start < 2; start++) {
      await reload();
      await take();
      await waitFor(() => kept().length === start + 1 && /扑下身子/.test(kept().at(-1)!));
    }
    await waitFor(async () => isWanted((await offered())[0]));
    assert.equal(statSync(join(choicesFolder(), 'choices.jsonl')).mode & 0o077, 0);
    await window.page.unroute('**/mint-key');
    await vscode.commands.executeCommand('fanben.forgetChoices', { isSure: true });
  });

  it('hold no readable word on the disk, and what was taken twice comes first after a restart', async function () {
    // The desktop's secrets are the system's, and a machine for tests has none.
    if ((await secrets()) === null) this.skip();
    await turnOffAndOn();
    await reload();
    for (let times = 0; times < 2; times++) await take();
    await waitFor(() => kept().filter(line => SEALED.test(line)).length >= 2);
    await reload();
    await waitFor(async () => isWanted((await offered())[0]));
    assert.deepEqual(
      kept().filter(line => !SEALED.test(line)),
      [],
    );
    assert.deepEqual(aside(), []);
  });

  describe('when the key is lost', () => {
    let lost: string | null;
    before(async function () {
      lost = await secrets();
      if (lost === null) this.skip();
      await loseSecrets();
      await reload();
    });

    it('are set aside, which is said, and the list is what it was before', async () => {
      await waitFor(async () => (await window.notifications()).some(text => text.includes(aside()[0]!)));
      assert.ok(readFileSync(join(choicesFolder(), aside()[0]!), 'utf8').split('\n').every(isSealedOrEmpty));
      await window.press('Escape');
      await window.page.locator('.monaco-editor').first().click();
      await waitFor(async () => firstStep((await offered())[0]!) === usual);
    });

    it('are in use again when it is back', async () => {
      await giveBack(lost!);
      await reload();
      await waitFor(async () => isWanted((await offered())[0]));
      assert.deepEqual(aside(), []);
    });

    it('are sealed again once the writer turns it off and on', async () => {
      await turnOffAndOn();
      await reload();
      await waitFor(async () => isWanted((await offered())[0]));
      await waitFor(() => kept().every(isSealedOrEmpty));
    });
  });
});

function isSealedOrEmpty(line: string): boolean {
  return line === '' || SEALED.test(line);
}
