import assert from 'node:assert/strict';
import * as v from 'valibot';
import { messageLimits } from '../../../../src/server/protocol/limits';
import { schemas } from '../../../../src/server/protocol/protocol';
import { exampleNotifications, exampleRequests } from '../../../server/exampleMessages';

/** The longest text and the longest list that any message may hold; beside those of a document's own changes. */
const MOST_TEXT = messageLimits.paragraph;
const MOST_ITEMS = messageLimits.places;

/** What goes back as it came: nothing of it is looked through. */
const GO_BACK = /^(completionItem\/resolve|textDocument\/codeAction context\.diagnostics\.0)/;

type Key = string | number;
/** Where in a message something stands, and what. */
function* places(value: unknown, at: readonly Key[] = []): Generator<readonly [readonly Key[], unknown]> {
  yield [at, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* places(inner, [...at, key]);
}
const valueAt = (message: unknown, at: readonly Key[]): unknown =>
  at.reduce((value, key) => (value as Record<Key, unknown> | undefined)?.[key], message);
function withValue(message: unknown, at: readonly Key[], value: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return value;
  const copy = (Array.isArray(message) ? [...message] : { ...(message as object) }) as Record<Key, unknown>;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}
/** UTF-16 code units of a text, items of a list; 0 of anything else, and of what was left out. */
const sizeOf = (value: unknown) => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);

describe('at the door of the server', () => {
  const { 'fanben/setLens': lens, ...others } = exampleNotifications('/稿');
  const filter = { ...lens.filter, occasion: '党课', name: '题目' };
  const messages = { ...exampleRequests('/稿/一.txt'), ...others, 'fanben/setLens': { ...lens, filter } };
  for (const [method, example] of Object.entries(messages)) {
    const schema = schemas[method as keyof typeof schemas];
    for (const [at, value] of places(example)) {
      if ((typeof value !== 'string' && !Array.isArray(value)) || GO_BACK.test(`${method} ${at.join('.')}`)) continue;
      it(`what is too long is refused or cut: ${method} ${at.join('.')}`, () => {
        assert.ok(v.is(schema, example), 'the example is as it should be');
        const isDraft = method === 'fanben/tool' && at[0] === 'input';
        const most = isDraft ? messageLimits.document : typeof value === 'string' ? MOST_TEXT : MOST_ITEMS;
        const tooLong =
          typeof value === 'string' ? '一'.repeat(most + 1) : Array(most + 1).fill(value.length > 0 ? value[0] : '一');
        const { success, output } = v.safeParse(schema, withValue(example, at, tooLong));
        if (success) assert.ok(sizeOf(valueAt(output, at)) <= most, 'it goes in whole');
      });
    }
  }
});
