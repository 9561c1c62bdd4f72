import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import type { Slot } from '../../src/engine/templates/snippetText';
import { parseSnippet } from '../../src/engine/templates/snippetText';
import type { FrameTemplate } from '../../src/engine/templates/template';
import { FRAME_KINDS, parseTemplates, previewText, templatesFor } from '../../src/engine/templates/template';

const readJson = (path: string): Record<string, Record<string, unknown>> => JSON.parse(readFileSync(path, 'utf8'));
const data = readJson('snippets/frames.code-snippets');
const schema = readJson('snippets/frames.schema.json').definitions?.frame as {
  required: string[];
  properties: Record<string, { enum?: string[] }>;
};
const templates = parseTemplates(data);

const isHan = (text: string) => /\p{Script=Han}/u.test(text);
const hanOnly = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '');
const letters = (text: string, pattern?: 'first') =>
  pinyin(hanOnly(text), { toneType: 'none', type: 'array', v: true, ...(pattern && { pattern }) }).join('');
const slotsOf = ({ body }: FrameTemplate): Slot[] => parseSnippet(body).filter(part => typeof part !== 'string');

/** One test for each frame would be a thousand lines of report; one for each rule names the frames that break it. */
function everyFrame(rule: string, holds: (template: FrameTemplate) => boolean) {
  it(rule, () => {
    const broken = templates.filter(template => !holds(template)).map(({ name }) => name);
    assert.deepEqual(broken, []);
  });
}

describe('snippets/frames.code-snippets', () => {
  it('holds at least 45 frames, and several of each kind', () => {
    assert.ok(templates.length >= 45, `${templates.length} frames`);
    const counts = FRAME_KINDS.map(kind => templates.filter(template => template.kind === kind).length);
    assert.ok(Math.min(...counts) >= 6, `${FRAME_KINDS.join(' ')}: ${counts.join(' ')}`);
  });

  it('is described by the schema: the same fields and kinds as the parser', () => {
    assert.deepEqual(schema.properties.kind?.enum, [...FRAME_KINDS]);
    assert.deepEqual(Object.keys(schema.properties), schema.required);
    for (const field of schema.required) {
      const [name, frame] = Object.entries(data)[0]!;
      assert.throws(() => parseTemplates({ [name]: { ...frame, [field]: undefined } }), new RegExp(`"${field}"`));
    }
  });

  everyFrame('has the fields of the schema, in its order', ({ name }) => {
    return Object.keys(data[name]!).join() === schema.required.join();
  });

  everyFrame('numbers its slots from 1 in reading order', template => {
    const order = [...new Set(slotsOf(template).map(({ slot }) => slot))].filter(slot => slot !== 0);
    return order.every((slot, index) => slot === index + 1);
  });

  everyFrame('ends with the only $0', template => {
    const stops = slotsOf(template).filter(({ slot }) => slot === 0);
    return stops.length === 1 && template.body.endsWith('$0');
  });

  everyFrame('defines every slot exactly once, where it stands first', ({ body }) => {
    const marks = [...body.matchAll(/\$(?:\{(\d+)[:|]|([1-9]\d*))/g)];
    const defined = new Set<string>();
    return marks.every(([, definition, link]) => {
      if (link) return defined.has(link);
      const first = !defined.has(definition!);
      defined.add(definition!);
      return first;
    });
  });

  everyFrame('tells the writer what goes into every slot', template =>
    slotsOf(template).every(({ slot, name }) => slot === 0 || isHan(name)),
  );

  // The editor keeps a list of choices open while a word is composed; the next Tab puts its first in the place of that word.
  everyFrame('has no choices', template => slotsOf(template).every(({ choices }) => !choices));

  everyFrame('writes full-width punctuation beside Han', template => {
    // The dot of `1.` is how the genre numbers its third level.
    const plain = previewText(template).replace(/^\d\./gm, '');
    return !/\p{Script=Han}[ ,.;:?!"'()]|[ ,.;:?!"'()]\p{Script=Han}/u.test(plain);
  });

  everyFrame('closes what it opens', template => {
    const text = previewText(template);
    return ['“”', '（）', '《》'].every(([open, close]) => text.split(open!).length === text.split(close!).length);
  });

  everyFrame('can be asked for in Chinese', ({ prefixes }) => prefixes.some(isHan));

  everyFrame('has pinyin prefixes that are the letters of its words', ({ name, prefixes }) => {
    const words = [name, ...prefixes].filter(isHan);
    const spellings = words.flatMap(word => [letters(word), letters(word, 'first')]);
    return prefixes.every(prefix => isHan(prefix) || spellings.includes(prefix));
  });

  everyFrame('is asked for by each of its prefixes', template =>
    template.prefixes.every(prefix => templatesFor(prefix, [template])[0]?.replaceLength === prefix.length),
  );

  everyFrame('leaves nothing doubled when its opening was typed by hand', template => {
    // As if the names were written out.
    const text = previewText(template).replace(/[〔〕]/g, '');
    return template.prefixes
      .filter(prefix => template.kind !== 'skeleton' && text.includes(prefix))
      .map(prefix => text.slice(0, text.indexOf(prefix) + prefix.length))
      .every(typed => templatesFor(typed, [template])[0]?.replaceLength === typed.length);
  });

  everyFrame('has a prefix that is its wording, its name or a keyword', template => {
    const words = [hanOnly(template.name), hanOnly(previewText(template)), ...template.keywords];
    return template.prefixes.filter(isHan).every(prefix => words.some(word => word.includes(hanOnly(prefix))));
  });

  it('shares a prefix only among a few frames of one kind', () => {
    const owners = new Map<string, FrameTemplate[]>();
    for (const template of templates) {
      for (const prefix of template.prefixes) owners.set(prefix, [...(owners.get(prefix) ?? []), template]);
    }
    const crowded = [...owners].filter(
      ([, sharing]) => sharing.length > 2 || sharing[0]?.kind !== sharing.at(-1)?.kind,
    );
    assert.deepEqual(
      crowded.map(([prefix]) => prefix),
      [],
    );
  });

  it('repeats no prefix, preview or description', () => {
    for (const { prefixes } of templates) assert.equal(new Set(prefixes).size, prefixes.length);
    assert.equal(new Set(templates.map(previewText)).size, templates.length);
    assert.equal(new Set(templates.map(({ description }) => description)).size, templates.length);
    assert.equal(new Set(templates.map(({ descriptionEn }) => descriptionEn)).size, templates.length);
  });
});
