#!/usr/bin/env node
/**
 * Checks the walls between the rooms of src/ on the real import graph, imports of types included:
 * who may import whom, which package has its door where; and that nothing, tests and scripts among it, imports itself in a circle.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, sep } from 'node:path';
import { root } from './run.mjs';

/** Room -> what it may import of other rooms: a whole room, or one folder of it. */
const mayImport = {
  engine: [],
  paths: [],
  corpus: ['engine', 'paths'],
  library: ['engine', 'corpus', 'paths'],
  server: ['engine', 'corpus', 'library', 'paths'],
  client: ['server/protocol', 'paths'],
  cli: ['corpus', 'engine', 'library', 'paths'],
};

/** Room -> what it may import the types of, and no more: the schemas of the protocol are no part of the client's bundle. */
const typesOnly = { client: 'server/protocol' };

/** The rooms of the engine: each may import those before it. */
const engineOrder = [
  'limits.ts',
  'steps.ts',
  'text',
  'article',
  'outline',
  'index',
  'words',
  'passages',
  'precedent',
  'parallel',
  'templates',
  'mining',
  'series',
  'background',
  'model',
  'complete',
  'skeleton',
  'lookup',
  'officialDocument',
  'recurring',
  'ghost',
  'offers',
  'check',
  'tools',
];

/** Libraries without I/O: all that the engine may import. */
const pure = ['opencc-js', 'pinyin-pro'];

/** Family of packages -> the one room that may import it. */
const doors = [
  [/^vscode$/, 'client'],
  [/^vscode-languageclient(\/|$)/, 'client'],
  [/^vscode-(languageserver|jsonrpc)/, 'server'],
  [/^@modelcontextprotocol\//, 'cli'],
  [/^(nodejieba|jieba-wasm|docx)$/, 'corpus'],
  [/^aws4fetch$/, 'library'],
];

/** Packages that one file imports, and only one. */
const single = ['nodejieba'];

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, `require('x')`. */
const specifier =
  /^(?:import|export)\s[^'";]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)/gm;

const IS_SOURCE = /\.m?ts$|\.mjs$/;
const filesIn = folder =>
  readdirSync(join(root, folder), { recursive: true })
    .map(path => path.split(sep).join('/'))
    .filter(path => IS_SOURCE.test(path))
    .sort();

const sources = filesIn('src');

/** The same, for imports that are there at run time. */
const valueSpecifier = /^(?:import|export)\s(?!type\b)[^'";]*?\bfrom\s+'([^']+)'/gm;

/** File of a folder -> { files, values, packages } it imports; `values`: of the files, those that are there at run time. */
function graphOf(folder, all) {
  const known = new Set(all);
  return new Map(
    all.map(file => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      const names = [...text.matchAll(specifier)].map(([, a, b, c]) => a ?? b ?? c);
      const values = [...text.matchAll(valueSpecifier)].map(([, name]) => name);
      const targetsOf = some =>
        some
          .filter(name => name.startsWith('.'))
          .map(name => posix.join(posix.dirname(file), IS_SOURCE.test(name) ? name : `${name}.ts`))
          .filter(target => known.has(target));
      const packages = names.filter(name => !name.startsWith('.'));
      return [file, { files: targetsOf(names), values: targetsOf(values), packages }];
    }),
  );
}

const graph = graphOf('src', sources);

const roomOf = file => file.split('/')[0];
const isIn = (folder, file) => file.startsWith(`${folder}/`);

/** `opencc-js/t2cn` is of `opencc-js`. */
const packageOf = name =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Why a file of `room` may not import the file `target`, or `undefined`. */
function fileBreach(room, target) {
  const open = [room, ...(mayImport[room] ?? [])];
  return open.some(folder => isIn(folder, target)) ? undefined : `${room} may not import ${roomOf(target)}`;
}

/** Why a file of the engine may not import the file `target` of it, or `undefined`. */
function orderBreach(file, target) {
  if (roomOf(file) !== 'engine' || roomOf(target) !== 'engine') return undefined;
  const [from, to] = [file, target].map(path => path.split('/')[1]);
  const [at, there] = [from, to].map(room => engineOrder.indexOf(room));
  if (there < 0) return `engine/${to} has no place in the order of scripts/walls.mjs`;
  return there > at ? `engine/${to} comes after engine/${from}` : undefined;
}

/** Why a file of `room` may not import the package `name`, or `undefined`. */
function packageBreach(room, name) {
  const owner = doors.find(([family]) => family.test(name))?.[1];
  if (owner && owner !== room) return `only ${owner} may import it`;
  if (room !== 'engine' || pure.includes(packageOf(name))) return undefined;
  return isBuiltin(name)
    ? 'the engine does no I/O'
    : 'the engine imports pure libraries only, listed in scripts/walls.mjs';
}

/** The first circle of a graph that `file` leads to, as a list of files. */
function circle(graph, file, done, path = []) {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const target of graph.get(file).files) {
    const found = circle(graph, target, done, [...path, file]);
    if (found) return found;
  }
  done.add(file);
  return undefined;
}

const breaches = [...graph].flatMap(([file, { files, values, packages }]) => {
  const room = roomOf(file);
  return [
    ...files.map(target => [target, fileBreach(room, target) ?? orderBreach(file, target)]),
    ...values.map(target => [target, isIn(typesOnly[room], target) ? 'types only: `import type`' : undefined]),
    ...packages.map(name => [name, packageBreach(room, name)]),
  ].flatMap(([target, why]) => (why ? [`src/${file} imports ${target}: ${why}.`] : []));
});
for (const name of single) {
  const users = sources.filter(file => graph.get(file).packages.includes(name));
  if (users.length > 1)
    breaches.push(`${name} is imported by ${users.join(', ')}: one file has the door, the others ask it.`);
}
for (const folder of ['src', 'test', 'scripts']) {
  const within = folder === 'src' ? graph : graphOf(folder, filesIn(folder));
  const done = new Set();
  const found = [...within.keys()].map(file => circle(within, file, done)).find(Boolean);
  if (found) breaches.push(`Circle of imports in ${folder}/: ${found.join(' -> ')}.`);
}

for (const line of breaches) console.error(line);
console.log(`${sources.length} source files, ${breaches.length} breaches of the walls`);
process.exitCode = breaches.length > 0 ? 1 : 0;
