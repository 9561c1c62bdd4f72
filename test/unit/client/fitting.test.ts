import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fitting, schemasOf } from '../../../src/client/fitting';
import { type Settings, settingsOf } from '../../../src/client/settingsOf';
import { runs } from '../../fixtures/runs';

const SCHEMAS = schemasOf(JSON.parse(readFileSync(join(process.env.FANBEN_ROOT!, 'package.json'), 'utf8')));

/** Every setting with what somebody has written for some of them. */
const settingsWith = (written: Readonly<Record<string, unknown>>): Settings =>
  settingsOf(name => fitting(SCHEMAS[`fanben.${name}`]!, written[`fanben.${name}`]) as never);

/** The shape of a value: types all the way down; of lists that of their items. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return JSON.stringify(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}

describe('settings of the wrong type', () => {
  const usual = settingsWith({});

  it('leave every setting what it is by default, or within its bounds', () => {
    const names = Object.keys(SCHEMAS);
    const wrong = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(null, -1, 0, 1e308, Infinity, -Infinity, NaN, '7', '', [], {}, [null], true),
    );
    const all = fc.dictionary(fc.constantFrom(...names), wrong, { maxKeys: names.length });
    fc.assert(
      fc.property(all, written => {
        const settings = settingsWith(written);
        assert.equal(shapeOf(settings), shapeOf(usual));
        for (const value of Object.values(settings))
          if (typeof value === 'number') assert.ok(Number.isFinite(value) && value >= 0);
        for (const { folders, include, exclude, languages, termLists } of [settings])
          for (const entry of [...folders, ...include, ...exclude, ...languages, ...termLists])
            assert.equal(typeof entry, 'string');
        for (const { target } of settings.libraries) assert.equal(typeof target, 'string');
        for (const [name, schema] of Object.entries(SCHEMAS))
          if (schema.enum) assert.ok(schema.enum.includes(fitting(schema, written[name]) as string));
      }),
      runs(50),
    );
  });

  it('keep what is right beside what is wrong', () => {
    const { folders, libraries, maxFileBytes } = settingsWith({
      'fanben.corpus.folders': ['语料', 7, null, { path: '语料' }, '范文'],
      'fanben.libraries': [{ target: '/srv/库' }, { name: '无址' }, { target: '' }, { target: '/乙', weight: 'x' }],
      'fanben.corpus.maxFileSize': 1e300,
    });
    assert.deepEqual(folders, ['语料', '范文']);
    assert.deepEqual(libraries, [{ target: '/srv/库' }, { target: '/乙' }]);
    assert.equal(maxFileBytes, 2000 * 1024 * 1024);
  });

  it('are the default where a list holds nothing but mistakes, and empty where it is', () => {
    assert.deepEqual(settingsWith({ 'fanben.corpus.folders': [7, null, {}] }).folders, usual.folders);
    assert.deepEqual(settingsWith({ 'fanben.corpus.folders': [] }).folders, []);
  });

  it('take one path for a list of one, and no name of the language itself', () => {
    assert.deepEqual(settingsWith({ 'fanben.corpus.folders': 'D:\\\\讲话' }).folders, ['D:\\\\讲话']);
    const table = fitting(
      SCHEMAS['fanben.pinyin.fuzzy']!,
      JSON.parse('{"__proto__": {"z-zh": true}, "constructor": true}'),
    );
    assert.deepEqual(table, {});
  });

  it('are what they are where they are right', () => {
    for (const [name, schema] of Object.entries(SCHEMAS))
      assert.deepEqual(fitting(schema, schema.default), schema.default, name);
    const entries = [{ target: 'https://例.cn/库', name: '市里', weight: 3 }];
    assert.deepEqual(settingsWith({ 'fanben.libraries': entries }).libraries, entries);
  });
});
