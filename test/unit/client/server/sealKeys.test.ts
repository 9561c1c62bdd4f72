import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sealKeys } from '../../../../src/client/server/sealKeys';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** An editor whose secret storage keeps, forgets at its end, or refuses what it is given. */
function editor(kind: 'keeps' | 'forgets' | 'refuses' = 'keeps') {
  const secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  let start = 0;
  let now = 1;
  type Context = Parameters<typeof sealKeys>[0];
  const context = {
    secrets: {
      get: async (name: string) => secrets.get(name),
      store: async (name: string, value: string) => {
        if (kind === 'refuses') throw new Error('no keyring');
        secrets.set(name, value);
      },
    },
    globalState: {
      get: (name: string) => state.get(name),
      update: async (name: string, value: unknown) => void state.set(name, value),
    },
  } as unknown as Context;
  return {
    loses: () => secrets.clear(),
    waits: (ms: number) => {
      now += ms;
    },
    /** A start of the editor: the keys, the one that is written with first. */
    async starts(isWanted = true) {
      start++;
      if (kind === 'forgets') secrets.clear();
      return (await sealKeys(context, isWanted, { start: `${start}`, now }))!;
    },
    /** Another window of the same start. */
    window: async (isWanted = true) => (await sealKeys(context, isWanted, { start: `${start}`, now }))!,
  };
}

describe('the keys of what is remembered of the writer', () => {
  it('are used from the start after the one that made them', async () => {
    const { starts, window } = editor();
    assert.deepEqual([(await starts()).isOn, (await window()).isOn], [false, false]);
    const second = await starts();
    assert.equal(second.isOn, true);
    assert.deepEqual(
      second.keys.map(key => Buffer.from(key, 'base64').length),
      [32],
    );
    assert.deepEqual(await starts(), second);
  });

  for (const kind of ['forgets', 'refuses'] as const)
    it(`are never used where the storage ${kind}`, async () => {
      const { starts } = editor(kind);
      for (let i = 0; i < 4; i++) assert.equal((await starts()).isOn, false);
    });

  it('once lost in use are not trusted again, until the setting was off and on', async () => {
    const { starts, loses } = editor();
    await starts();
    assert.equal((await starts()).isOn, true);
    loses();
    for (let i = 0; i < 3; i++) assert.equal((await starts()).isOn, false);
    await starts(false);
    await starts();
    assert.equal((await starts()).isOn, true);
  });

  it('are replaced after a year, and the four last are kept to read with', async () => {
    const { starts, waits } = editor();
    await starts();
    const [first] = (await starts()).keys;
    for (let i = 0; i < 5; i++) {
      waits(YEAR_MS + 1);
      await starts();
    }
    const { keys } = await starts();
    assert.equal(keys.length, 4);
    assert.equal(keys.includes(first!), false);
  });

  it('are not used when the writer does not want it, and are there still to read with', async () => {
    const { starts } = editor();
    await starts();
    const { keys } = await starts();
    assert.deepEqual(await starts(false), { keys, isOn: false });
  });

  it('are written with only where an earlier start made them, whatever happens', async () => {
    const event = fc.constantFrom('start', 'off', 'window', 'lost', 'year');
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async events => {
        const { starts, window, loses, waits } = editor();
        let known = new Set<string>();
        let current = new Set<string>();
        const isEarlier = ({ isOn, keys }: { isOn: boolean; keys: readonly string[] }) => {
          if (isOn) assert.ok(known.has(keys[0]!), 'a key that no start has proven');
          for (const key of keys) current.add(key);
        };
        isEarlier(await starts());
        for (const what of events) {
          if (what === 'lost') loses();
          else if (what === 'window') isEarlier(await window());
          else {
            known = new Set([...known, ...current]);
            current = new Set();
            if (what === 'year') waits(YEAR_MS + 1);
            isEarlier(await starts(what !== 'off'));
          }
        }
      }),
    );
  });
});
