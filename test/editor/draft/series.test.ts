import assert from 'node:assert/strict';
import { useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const PARAGRAPHS =
  '守初心担使命、转作风抓落实，必须始终保持“走在前”的清醒。县里要扛责。\n守初心担使命、转作风抓落实，必须始终保持“干到底”的韧劲。乡里要沉底。\n';

describe('a series that the draft has begun', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  /** Takes the item with this label from the list that is open. */
  const take = async (label: RegExp) => {
    await waitFor(async () => (await window.suggestions()).some(row => label.test(row.label)));
    await waitFor(async () => {
      const focused = (await window.suggestions()).find(row => row.focused);
      if (focused && label.test(focused.label)) return true;
      await window.press('ArrowDown');
      return false;
    });
    await window.press('Tab');
  };

  it('is finished with the members that are offered, slot by slot, by an input method and Tab', async () => {
    const editor = await openEditor('要抓好三件事：一是抓学习，解决本领不强的问题；二是抓纪律，解决作风不实的问题|');
    await window.compose('；', []);
    await take(/^三是$/);
    await waitFor(() => shown(editor).endsWith('；三是|'));
    await take(/^三是抓/);
    await waitFor(() => editor.document.getText().includes('三是抓〔两字甲〕，解决'));
    await window.compose('落实');
    await waitFor(() => editor.document.getText().includes('三是抓落实，解决'));
    await window.press('Tab');
    await waitFor(() => !editor.selection.isEmpty);
    await window.compose('力度');
    await window.press('Tab');
    await waitFor(() => !editor.selection.isEmpty);
    await window.compose('大');
    await window.press('Tab');
    await window.compose('。', []);
    await waitFor(() => shown(editor).endsWith('三是抓落实，解决力度不大的问题。|'));
  });

  it('goes on within a numbered point', async () => {
    const editor = await openEditor('四要抓矿山，必须紧盯通风；抓道路，必须紧盯校车；|');
    await window.compose('抓');
    await take(/^抓□□，必须紧盯□□/);
    await waitFor(() => editor.document.getText().includes('；抓〔两字甲〕，必须紧盯〔两字乙〕')).catch(() =>
      assert.fail(shown(editor)),
    );
  });

  it('begins an empty paragraph with Tab', async () => {
    const editor = await openEditor(`${PARAGRAPHS}|`);
    await window.press('Tab');
    const [first] = await waitFor(window.suggestions);
    assert.match(first?.label ?? '', /^守初心担使命、转作风抓落实，必须始终保持“□□□”的□□。$/);
    await window.press('Tab');
    await waitFor(() => editor.document.getText().endsWith('必须始终保持“〔引语〕”的〔两字〕。'));
    await window.compose('过得硬');
    await window.press('Tab');
    await waitFor(() => !editor.selection.isEmpty);
    await window.compose('本色');
    await waitFor(
      () => editor.document.getText() === `${PARAGRAPHS}守初心担使命、转作风抓落实，必须始终保持“过得硬”的本色。`,
    );
  });

  it('goes on with headings, behind the number that Enter wrote: the list opens by itself', async () => {
    const editor = await openEditor('一、以茶园为根本，筑牢富民根基\n二、以水库为底色，筑牢生态根基|');
    await window.press('Enter');
    await waitFor(() => shown(editor).endsWith('\n三、|'));
    await take(/^三、以□□为□□，筑牢□□根基$/);
    await window.compose('村校');
    await waitFor(() => editor.document.getText().includes('\n三、以村校为'));
  });

  it('opens by itself with what numbered lines share, and Enter still ends the list', async () => {
    const editor = await openEditor('一是抓招引。\n二是抓落地。|');
    await window.press('Enter');
    await waitFor(() => shown(editor).endsWith('\n三是|'));
    const [first] = await waitFor(window.suggestions);
    assert.equal(first?.label, '三是抓□□。');
    await window.press('Enter');
    await waitFor(() => shown(editor) === '一是抓招引。\n二是抓落地。\n|');
  });

  it('opens by itself on a new line where two paragraphs differ in a word, and Enter goes on', async () => {
    const text = '抓招商，必须紧盯龙头企业。\n抓项目，必须紧盯开工建设。';
    const editor = await openEditor(`${text}|`);
    await window.press('Enter');
    const [first] = await waitFor(window.suggestions);
    assert.equal(first?.label, '抓□□，必须紧盯□□□□。');
    await window.press('Enter');
    await waitFor(() => shown(editor) === `${text}\n\n|`);
  });

  it('offers the next sentence with slots, once it begins alike', async () => {
    await openEditor('要强化组织领导。要强化宣传引导。|');
    await window.compose('要');
    await waitFor(async () => (await window.suggestions()).some(({ label }) => label === '要强化□□□□。'));
  });

  it('offers what a correlative has promised, and leaves Enter a new line', async () => {
    const editor = await openEditor('我们既要抓早|');
    await window.compose('，', []);
    await waitFor(async () => (await window.suggestions()).some(({ label }) => label === '又要'));
    await window.press('Enter');
    await waitFor(() => shown(editor) === '我们既要抓早，\n|');
  });
});
