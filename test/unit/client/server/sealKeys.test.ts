import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as vscode from 'vscode';
import { sealKeys } from '../../../../src/client/server/sealKeys';

type Context = Parameters<typeof sealKeys>[0];
let starts = 0;

/** An editor's storage; `holds`: whether its secrets outlive a start. */
function storage(holds = true) {
  let secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  const context = {
    secrets: {
      get: async (name: string) => secrets.get(name),
      store: async (name: string, value: string) => void secrets.set(name, value),
    } as unknown as vscode.SecretStorage,
    globalState: {
      get: (name: string) => state.get(name),
      update: async (name: string, value: unknown) => void state.set(name, value),
    } as unknown as Context['globalState'],
  };
  let lost = secrets;
  const lose = () => {
    if (secrets.size > 0) lost = secrets;
    secrets = new Map();
  };
  return {
    context: context as Context,
    lose,
    giveBack: () => {
      secrets = new Map(lost);
    },
    start: () => {
      if (!holds) lose();
      const start = `${++starts}`;
      return (given: Context, isWanted: boolean, now = 0) => sealKeys(given, isWanted, { start, now });
    },
  };
}

describe('sealKeys', () => {
  it('uses a key from the start after the one that made it', async () => {
    const editor = storage();
    const first = editor.start();
    const made = await first(editor.context, true);
    assert.equal(made?.isOn, false);
    assert.equal(made?.keys.length, 1);
    assert.deepEqual(await first(editor.context, true), made);
    assert.deepEqual(await editor.start()(editor.context, true), { keys: made!.keys, isOn: true });
  });

  it('never uses one where the storage holds none', async () => {
    const editor = storage(false);
    for (let i = 0; i < 4; i++) assert.equal((await editor.start()(editor.context, true))?.isOn, false);
  });

  it('writes plainly from then on where a key in use was lost, until it is turned off and on', async () => {
    const editor = storage();
    await editor.start()(editor.context, true);
    assert.equal((await editor.start()(editor.context, true))?.isOn, true);
    editor.lose();
    assert.deepEqual(await editor.start()(editor.context, true), { keys: [], isOn: false });
    assert.deepEqual(await editor.start()(editor.context, true), { keys: [], isOn: false });
    await editor.start()(editor.context, false);
    await editor.start()(editor.context, true);
    assert.equal((await editor.start()(editor.context, true))?.isOn, true);
  });

  it('notices the loss of a key that was lost before and came back', async () => {
    const editor = storage();
    await editor.start()(editor.context, true);
    await editor.start()(editor.context, true);
    editor.lose();
    await editor.start()(editor.context, true);
    editor.giveBack();
    await editor.start()(editor.context, false);
    assert.equal((await editor.start()(editor.context, true))?.isOn, true);
    editor.lose();
    for (let start = 0; start < 3; start++)
      assert.deepEqual(await editor.start()(editor.context, true), { keys: [], isOn: false });
  });

  it('replaces a key that is a year old, and reads with the one before', async () => {
    const editor = storage();
    const [old] = (await editor.start()(editor.context, true, 0))!.keys;
    await editor.start()(editor.context, true, 1);
    const later = 400 * 24 * 3600 * 1000;
    const turning = await editor.start()(editor.context, true, later);
    assert.equal(turning?.isOn, true);
    assert.equal(turning.keys[0], old);
    assert.equal(turning.keys.length, 2);
    const turned = await editor.start()(editor.context, true, later + 1);
    assert.deepEqual(turned, { keys: [turning.keys[1], old], isOn: true });
  });

  it('turned off keeps the key to read with', async () => {
    const editor = storage();
    const made = await editor.start()(editor.context, true);
    assert.deepEqual(await editor.start()(editor.context, false), { keys: made!.keys, isOn: false });
  });

  it('outlives a storage that throws, and what others have put there', async () => {
    const editor = storage();
    const broken = {
      ...editor.context,
      secrets: {
        get: () => Promise.reject(new Error('no keyring')),
        store: () => Promise.reject(new Error('no keyring')),
      } as unknown as vscode.SecretStorage,
    };
    assert.deepEqual(await editor.start()(broken, true), { keys: [], isOn: false });
    await editor.context.secrets.store('sealKeys', '{"机密":7}');
    assert.equal((await editor.start()(editor.context, true))?.isOn, false);
  });

  it('writes only under a key that an earlier start made, whatever happens', async () => {
    const YEAR_MS = 366 * 24 * 3600 * 1000;
    const event = fc.constantFrom('start', 'off', 'window', 'lost', 'back', 'year');
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async events => {
        const editor = storage();
        let now = 0;
        let window = editor.start();
        let earlier = new Set<string>();
        let made = new Set<string>();
        const look = async (isWanted: boolean) => {
          const { isOn, keys } = (await window(editor.context, isWanted, now))!;
          if (isOn) assert.ok(earlier.has(keys[0]!));
          for (const key of keys) made.add(key);
        };
        await look(true);
        for (const what of events) {
          if (what === 'lost') editor.lose();
          if (what === 'back') editor.giveBack();
          if (what === 'window') await look(true);
          if (what === 'lost' || what === 'back' || what === 'window') continue;
          earlier = new Set([...earlier, ...made]);
          made = new Set();
          if (what === 'year') now += YEAR_MS;
          window = editor.start();
          await look(what !== 'off');
        }
      }),
    );
  });
});
