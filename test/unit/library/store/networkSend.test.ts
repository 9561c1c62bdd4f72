import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkSend } from '../../../../src/library/store/networkSend';
import { openStore } from '../../../../src/library/store/openStore';
import { type StoredManifest, StoreError } from '../../../../src/library/store/store';
import { type Send, webStore } from '../../../../src/library/store/webStore';
import { type ObjectServer, objectServer } from '../../../fixtures/objectServer';
import { type ProxyServer, proxyServer } from '../../../fixtures/proxyServer';
import { type SelfSigned, selfSigned } from '../../../fixtures/selfSigned';
import { useTestFolder } from '../../../fixtures/testFolder';

const KEYS = { accessKeyId: 'reader', secretAccessKey: 'a-secret-of-a-test' };

/** A name that no name server knows: whoever asks for it goes through the proxy. */
const HOST = 'store.fanben.invalid';

describe('a library on the network', () => {
  const folder = useTestFolder();
  let own: SelfSigned;
  let server: ObjectServer;
  let plain: ObjectServer;
  let proxy: ProxyServer;
  before(() => {
    own = selfSigned([HOST, '127.0.0.1']);
  });
  beforeEach(async () => {
    server = await objectServer(KEYS, own);
    plain = await objectServer();
    proxy = await proxyServer(server.address);
    for (const { objects } of [server, plain]) objects.set('/lib/library.json', Buffer.from('{}'));
  });
  afterEach(() => Promise.all([server.close(), plain.close(), proxy.close()]));

  /** The file in which the system keeps whom it trusts. */
  const system = (...trusted: SelfSigned[]) => {
    const path = join(folder.storage, '..', 'authorities.pem');
    writeFileSync(path, trusted.map(({ cert }) => cert).join(''));
    return { SSL_CERT_FILE: path };
  };
  const store = (base: string, send: Send) => webStore({ target: base, base: `${base}/`, send, canWrite: false });
  const read = async (base: string, network = {}, environment: Record<string, string> = {}) =>
    store(base, await networkSend(base, base, network, environment)).readManifest();
  const isRead = async (...args: Parameters<typeof read>) =>
    assert.equal(Buffer.from(((await read(...args)) as StoredManifest).bytes).toString(), '{}');
  const isRefused = (reason: RegExp, ...args: Parameters<typeof read>) =>
    assert.rejects(read(...args), (error: StoreError) => {
      assert.ok(error instanceof StoreError, `${error}`);
      assert.match(error.told.en, reason);
      assert.ok(!/secret/.test(JSON.stringify(error.told)));
      return true;
    });

  describe('with a certificate of its own', () => {
    beforeEach(() => {
      // Not what is tested here: whose certificate it is.
      server.before = () => ({ status: 200, body: '{}' });
    });

    it('is read where the system trusts it, or NODE_EXTRA_CA_CERTS names it', async () => {
      const environment = system(own);
      await isRead(`${server.address}/lib`, {}, environment);
      await isRead(
        `${server.address}/lib`,
        {},
        { NODE_EXTRA_CA_CERTS: environment.SSL_CERT_FILE, SSL_CERT_FILE: 'no' },
      );
    });

    it('is refused, with what to do, where nobody vouches for it', async () => {
      const base = `${server.address}/lib`;
      await isRefused(/is not trusted \(.*SELF_SIGNED.*NODE_EXTRA_CA_CERTS/, base, {}, {});
      await isRefused(/is not trusted/, base, { systemCertificates: false }, system(own));
      await isRefused(/is not trusted/, base, {}, system(selfSigned(['127.0.0.1'])));
      assert.deepEqual(server.requests, []);
    });

    it('is refused where it is that of another, or too old', async () => {
      for (const [certificate, reason] of [
        [selfSigned(['elsewhere.test']), /ALTNAME/],
        [selfSigned(['127.0.0.1'], -1), /CERT_HAS_EXPIRED/],
      ] as const) {
        const other = await objectServer(undefined, certificate);
        await isRefused(reason, `${other.address}/lib`, {}, system(certificate));
        assert.deepEqual(other.requests, []);
        await other.close();
      }
    });
  });

  describe('behind a proxy', () => {
    beforeEach(() => {
      server.before = () => ({ status: 200, body: '{}' });
    });

    it('is asked through a tunnel where it has a certificate', async () => {
      await isRead(`https://${HOST}/lib`, { proxy: proxy.address }, system(own));
      await isRead(`https://${HOST}:8443/lib`, {}, { ...system(own), HTTPS_PROXY: proxy.address });
      assert.deepEqual(proxy.requests, [`CONNECT ${HOST}:443`, `CONNECT ${HOST}:8443`]);
      assert.deepEqual(server.requests, ['GET /lib/library.json', 'GET /lib/library.json']);
    });

    it('is asked for by the proxy where it has none', async () => {
      const other = await proxyServer(plain.address);
      await isRead(`http://${HOST}/lib`, {}, { http_proxy: other.address });
      assert.deepEqual(other.requests, [`GET http://${HOST}/lib/library.json`]);
      await other.close();
    });

    it('that wants a password: it is given, and told nobody', async () => {
      proxy.password = `Basic ${Buffer.from('li:secret/word').toString('base64')}`;
      const withUser = proxy.address.replace('//', '//li:secret%2Fword@');
      await isRead(`https://${HOST}/lib`, { proxy: withUser }, system(own));
      await isRead(`https://${HOST}/lib`, { proxy: proxy.address, proxyAuthorization: proxy.password }, system(own));
      const wrong = proxy.address.replace('//', '//li:secret@');
      await isRefused(/The proxy refuses/, `https://${HOST}/lib`, { proxy: wrong }, system(own));
      await isRefused(/The proxy refuses/, `https://${HOST}/lib`, { proxy: proxy.address }, system(own));
      const other = await proxyServer(plain.address);
      other.password = 'another';
      await isRefused(/The proxy refuses/, `http://${HOST}/lib`, { proxy: other.address });
      await other.close();
    });

    it('that is none of ours, or not there, is told of', async () => {
      await isRefused(/socks5:\/\/proxy:1080, which cannot be used/, `https://${HOST}/lib`, {
        proxy: 'socks5://li:secret@proxy:1080',
      });
      await proxy.close();
      await isRefused(/ECONNREFUSED/, `https://${HOST}/lib`, { proxy: proxy.address }, system(own));
      proxy = await proxyServer(server.address);
    });

    it('that looks into TLS is refused like any other whom nobody vouches for', async () => {
      const other = await objectServer(undefined, selfSigned([HOST]));
      const nosy = await proxyServer(other.address);
      await isRefused(/is not trusted/, `https://${HOST}/lib`, { proxy: nosy.address }, system(own));
      assert.deepEqual(other.requests, []);
      await nosy.close();
      await other.close();
    });
  });

  it('in a bucket is read and written by the same ways, signed', async () => {
    const environment = system(own);
    const before = { ...process.env };
    Object.assign(process.env, environment);
    try {
      const target = `s3://county/speeches?endpoint=https://${HOST}`;
      const bucket = await openStore(target, KEYS, { proxy: proxy.address });
      await bucket.writeObject('a'.repeat(64), Buffer.from('bytes'));
      assert.equal(Buffer.from((await bucket.readObject('a'.repeat(64), 10))!).toString(), 'bytes');
      assert.ok(await bucket.hasObject('a'.repeat(64), 5));
      assert.ok(proxy.requests.length > 0 && proxy.requests.every(request => request === `CONNECT ${HOST}:443`));
      const stranger = await openStore(target, { ...KEYS, secretAccessKey: 'wrong' }, { proxy: proxy.address });
      await assert.rejects(stranger.readManifest(), /refuses access \(403\)/);
    } finally {
      if (before.SSL_CERT_FILE === undefined) delete process.env.SSL_CERT_FILE;
      else process.env.SSL_CERT_FILE = before.SSL_CERT_FILE;
    }
  });

  it('takes user and password from where keys are, never from its address', async () => {
    let given: string | undefined;
    plain.before = ({ headers }) => {
      given = headers.authorization;
      return { status: 200, body: '{}' };
    };
    await (await openStore(`${plain.address}/lib`, { accessKeyId: '李', secretAccessKey: '密' })).readManifest();
    assert.equal(given, `Basic ${Buffer.from('李:密').toString('base64')}`);
    const inAddress = plain.address.replace('//', '//li:secret@');
    await assert.rejects(openStore(`${inAddress}/lib`), (error: StoreError) => {
      assert.ok(error instanceof StoreError && !JSON.stringify(error.told).includes('secret'));
      return true;
    });
  });
});
