import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { fastLetters } from '../harness/input';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** What the writer writes by themselves, paragraph by paragraph. */
const OWN = [
  '同志们：今天把大家请到一起，只谈一件事，就是怎样把老百姓盼着的路、渠、学校一样一样办到底。',
  '先说路。雨季里进山的车陷在半道，卖茶的老人背着篓子走了两个钟头，这样的事今年不能再有。哪一段先修，村里自己排队；哪一段难修，县里的工程队顶上去。',
  '再说渠。上游开闸下游等水，等来的是一肚子气，分水的规矩要写在墙上，谁改谁签字。渠首的闸门归乡里管，田头的口子归组里管，夜里巡渠的补贴由水利站发到人。',
  '后说学校。娃娃们的饭热不热，宿舍漏不漏，校长每天看一遍，乡镇每周看一遍，我每月看一遍。',
  '这三件事说起来都不大，办起来都不小。钱从哪里来？去年结余的、上面给的、社会捐的，三笔账合成一本账，花到哪里就晒到哪里。',
  '人从哪里来？机关里抽三十个年轻同志，和驻村的一起住下来，路不通车不回城，渠不过水不撤人。',
  '时间怎么排？立夏以前修通进山的路，芒种以前放下第一渠水，开学以前让孩子们搬进不漏雨的屋子。',
  '事情怎么算办成？不看汇报材料有多厚，看茶叶下山快了几个钟头，看田里的秧苗喝没喝上水，看孩子们碗里有没有热菜。',
  '办不成怎么办？先找自己的原因，再说别人的难处。哪个环节卡住了，当天报上来，当天定下来，不许拿开会代替干活。',
  '有同志问，干部下去以后原来的活谁来接？窗口的事轮着值，材料的事减一半，会能不开就不开，能站着说清楚的就不坐下来念稿子。',
  '也有同志担心，路修好了没人养，渠通了没人管。养路的钱从茶叶合作社的分红里提一分，管渠的人从用水的户里选，账本挂在村口的槐树下，谁都能翻。',
  '还要说几句心里话。山里的日子一年比一年好，靠的是肯吃苦的人一年接着一年干。前面的人把路基打下了，后面的人就要把路面铺平；前面的人把树苗栽下了，后面的人就要守到它成荫。',
  '我和大家一样，住进村里去，白天看工地，夜里听意见。哪件事没有办好，先批评我；哪个村先办成了，我去给大家敬茶。',
  '大家回去以后，今天晚上就把任务分下去，明天一早到现场去。老百姓的眼睛是亮的，干没干、干得好不好，他们心里有本账。',
];

describe('a speech written with what was said before', () => {
  let window: Driver;
  const sayings = () => join(inWorkspace(), '写作金句.json');

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await setSetting('sayings.file', sayings());
  });
  after(async () => {
    await setSetting('sayings.file', undefined);
    await deleteFile(sayings());
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await closeEditors();
  });

  it('takes in a sentence, a quotation and a saying between what is composed, and loses no character', async function () {
    this.timeout(300_000);
    const editor = await openEditor('');
    const text = () => editor.document.getText();
    const field = window.page.locator('.quick-input-widget input:focus').first();
    const write = async (paragraph: string) => {
      for (const clause of paragraph.match(/[^，。：]+[，。：]?/g)!) await window.compose(clause, fastLetters(clause));
      await waitFor(() => text().endsWith(paragraph));
    };
    /** Looks words up in the panel and goes to the first row. */
    const search = async (words: string) => {
      await window.press('Alt+k');
      await field.waitFor();
      await window.press('ControlOrMeta+a');
      await window.compose(words);
      const message = window.page.locator('.part.panel .message');
      await waitFor(async () => (await message.allTextContents()).join().startsWith(`${words} ·`));
      await window.press('Enter');
      const row = window.page.locator('.part.panel .monaco-list:focus .monaco-list-row.focused');
      await waitFor(async () => (await row.count()) === 1);
    };

    await write(OWN[0]!);
    await search('半途而废');
    await window.press('ControlOrMeta+Enter');
    const sentence = '扑下身子抓落实，最怕的是半途而废。';
    await waitFor(() => text() === OWN[0] + sentence);
    await write(OWN[1]!);
    await search('农机手');
    await window.press('ControlOrMeta+d');
    await field.waitFor();
    await window.press('Enter');
    await waitFor(async () => {
      const kept = await vscode.workspace.fs.readFile(vscode.Uri.file(sayings()));
      return new TextDecoder().decode(kept).includes('农机手要早训早备');
    });
    // The keys go to the results still: Escape goes back to where one writes.
    await vscode.commands.executeCommand('fanben.search.focus');
    await window.press('Escape');
    await write(OWN[2]!);
    await search('过上好日子');
    await window.press('ControlOrMeta+Shift+Enter');
    const quotation = '“推动高质量发展，归根到底是让群众过上好日子。”（《在县委全会上的讲话》，2025年1月10日）';
    await waitFor(() => text().endsWith(quotation));
    for (const paragraph of OWN.slice(3)) await write(paragraph);
    const written = OWN[0] + sentence + OWN[1] + OWN[2] + quotation + OWN.slice(3).join('');
    assert.equal(text(), written);
    // What was taken in has one source, so the editor goes there; then back to writing.
    editor.selection = new vscode.Selection(0, OWN[0]!.length + 5, 0, OWN[0]!.length + 5);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.press('Shift+F12');
    await waitFor(() => vscode.window.activeTextEditor?.document.uri.scheme === 'fanben-source');
    await vscode.commands.executeCommand('workbench.action.navigateBack');
    await waitFor(() => vscode.window.activeTextEditor?.document === editor.document);
    await window.press('ControlOrMeta+End');
    await window.compose('散会！');
    await waitFor(() => text() === `${written}散会！`);
    await window.screenshot('writing');
  });
});
