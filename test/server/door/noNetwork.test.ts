import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerOptions } from '../../../src/server/protocol/options';
import { objectServer } from '../../fixtures/objectServer';
import { proxyServer } from '../../fixtures/proxyServer';
import { until } from '../../fixtures/testCorpora';
import { ServerProcess } from '../childProcess';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

/** Loaded into the server and every process it starts: notes each use of the network, and each process that was watched. */
function spy(record: string): string {
  return `
const { appendFileSync } = require('node:fs');
const note = what => appendFileSync(${JSON.stringify(record)}, process.pid + ' ' + what + '\\n');
note('watched ' + (process.argv[1] || '').split(/[\\\\/]/).pop());
const watch = (module, names) => {
  const target = require(module);
  for (const name of names) {
    const real = target[name];
    target[name] = function (...args) { note('network ' + module + '.' + name); return real.apply(this, args); };
  }
};
watch('node:http', ['request', 'get', 'createServer']);
watch('node:https', ['request', 'get', 'createServer']);
watch('node:http2', ['connect', 'createServer', 'createSecureServer']);
watch('node:tls', ['connect', 'createServer']);
watch('node:dgram', ['createSocket']);
watch('node:dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']);
const net = require('node:net');
for (const [owner, name] of [[net.Socket.prototype, 'connect'], [net.Server.prototype, 'listen']]) {
  const real = owner[name];
  owner[name] = function (...args) {
    const [{ host, port } = {}] = Array.isArray(args[0]) ? args[0] : args;
    note('network net.' + name + ' ' + host + ':' + port);
    return real.apply(this, args);
  };
}
if (globalThis.fetch) { const real = fetch; globalThis.fetch = (...args) => { note('network fetch'); return real(...args); }; }
`;
}

describe('the network', () => {
  let corpus: TemporaryCorpus;
  let record: string;
  let preload: string;
  let client: ServerProcess;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    record = join(corpus.storage, '..', 'record.txt');
    preload = join(corpus.storage, '..', 'spy.cjs');
    await writeFile(preload, spy(record));
    client = await ServerProcess.start(
      { corpus: [corpus.folder], storage: corpus.storage },
      { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` },
    );
  });
  after(async () => {
    await client.stop();
    await corpus.remove();
  });

  it('would be noticed', async () => {
    const used = join(corpus.storage, '..', 'used.txt');
    await writeFile(`${preload}.used.cjs`, spy(used));
    const calls =
      "require('node:http').get('http://127.0.0.1:9').on('error', () => {}); require('node:dns').lookup('localhost', () => {})";
    spawnSync(process.execPath, ['--require', `${preload}.used.cjs`, '-e', calls]);
    const noticed = await readFile(used, 'utf8');
    for (const name of ['node:http.get', 'net.connect', 'node:dns.lookup'])
      assert.ok(noticed.includes(`network ${name}`), name);
  });

  it('is not touched by server or builder in a whole session', async () => {
    await client.ready();
    await client.complete('各级干部要扑下身子|');
    await client.ask('textDocument/hover', '扑下身|子抓落实');
    const [hit] = await client.request('fanben/lookUp', { words: '抓落实', limit: 3 });
    await client.request('fanben/source', hit);
    await client.request('fanben/locate', hit);
    const from = client.statuses.length;
    await corpus.write('新.txt', '在新村的讲话\n新风新貌入人心，新人新事处处见。');
    await client.status(({ state, articles }) => state === 'ready' && articles === 4, from);

    const lines = (await readFile(record, 'utf8')).trim().split('\n');
    const watched = lines.filter(line => line.includes('watched')).map(line => line.split(' ').at(-1));
    assert.ok(watched.includes('server.js') && watched.includes('builder.js'), watched.join(', '));
    assert.deepEqual(
      lines.filter(line => line.includes('network')),
      [],
    );
  });

  /** What a server with this library does to the network while somebody writes. */
  const used = async (name: string, options: Partial<ServerOptions>, isAsked: () => boolean): Promise<string[]> => {
    const notes = join(corpus.storage, '..', `${name}.txt`);
    await writeFile(`${preload}.${name}.cjs`, spy(notes));
    const withLibrary = await ServerProcess.start(
      {
        corpus: [corpus.folder],
        storage: corpus.storage,
        replicas: join(corpus.storage, '..', `replicas-${name}`),
        ...options,
      },
      { NODE_OPTIONS: `--require ${JSON.stringify(`${preload}.${name}.cjs`)}` },
    );
    try {
      await withLibrary.ready();
      await until(isAsked, 'the library is asked for');
      await withLibrary.complete('机密：各级干部要扑下身子|');
      await withLibrary.request('fanben/lookUp', { words: '抓落实', limit: 3 });
    } finally {
      await withLibrary.stop();
    }
    return (await readFile(notes, 'utf8')).split('\n').filter(line => line.includes('network'));
  };
  const isOnlyAt = (address: string, lines: readonly string[]) => {
    const { port } = new URL(address);
    assert.ok(lines.length > 0);
    for (const line of lines) assert.ok(line.endsWith(` network net.connect 127.0.0.1:${port}`), line);
  };

  it('is touched for a library alone, and only where that is', async () => {
    const store = await objectServer();
    const libraries = [{ target: `${store.address}/library` }];
    const lines = await used('library', { libraries }, () => store.requests.length > 0).finally(store.close);
    assert.deepEqual([...new Set(store.requests)], ['GET /library/library.json']);
    isOnlyAt(store.address, lines);
  });

  it('is touched at the proxy alone where the editor has one: it asks for the library, and nobody else does', async () => {
    const store = await objectServer();
    const proxy = await proxyServer(store.address);
    const libraries = [{ target: 'http://store.fanben.invalid/library' }];
    const options = { libraries, network: { proxy: proxy.address } };
    const lines = await used('proxy', options, () => store.requests.length > 0).finally(async () => {
      await proxy.close();
      await store.close();
    });
    assert.deepEqual([...new Set(proxy.requests)], ['GET http://store.fanben.invalid/library/library.json']);
    isOnlyAt(proxy.address, lines);
  });

  it('has no open port, as the system sees it', async function () {
    if (process.platform !== 'linux') return this.skip();
    const folder = `/proc/${client.process.pid}`;
    const targets = await Promise.all(
      (await readdir(`${folder}/fd`)).map(fd => readlink(`${folder}/fd/${fd}`).catch(() => '')),
    );
    const sockets = new Set(targets.flatMap(target => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []));
    for (const family of ['tcp', 'tcp6', 'udp', 'udp6']) {
      const rows = (await readFile(`${folder}/net/${family}`, 'utf8').catch(() => '')).trim().split('\n').slice(1);
      const inodes = rows.map(row => row.trim().split(/\s+/)[9]!);
      assert.deepEqual(
        inodes.filter(inode => sockets.has(inode)),
        [],
        family,
      );
    }
  });
});
