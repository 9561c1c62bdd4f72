import assert from 'node:assert/strict';
import { type Network, proxyOf } from '../../../../src/library/store/network';

describe('the proxy of a library', () => {
  const of = (address: string, network: Network, environment: Record<string, string> = {}) =>
    proxyOf(new URL(address), network, environment)?.href;
  const environment = { HTTPS_PROXY: 'http://secure:1', http_proxy: 'plain:2', NO_PROXY: '.county.gov, 10.0.0.0/8' };

  it('is that of the setting, else that of the environment for the kind of address', () => {
    assert.equal(of('https://store.cn/lib', {}, environment), 'http://secure:1/');
    assert.equal(of('http://store.cn/lib', {}, environment), 'http://plain:2/');
    assert.equal(of('http://store.cn/lib', {}, { ALL_PROXY: 'https://any:3' }), 'https://any:3/');
    assert.equal(of('https://store.cn/lib', { proxy: 'http://mine:4' }, environment), 'http://mine:4/');
    assert.equal(of('https://store.cn/lib', { proxy: '' }, environment), undefined);
    assert.equal(of('https://store.cn/lib', {}, {}), undefined);
  });

  it('is not used for this machine, and for whom the setting or the environment excepts', () => {
    const direct = (address: string, noProxy?: string[]) => of(address, { noProxy }, environment) === undefined;
    for (const address of ['http://localhost:9000', 'https://127.0.0.1', 'http://[::1]:80', 'http://a.localhost'])
      assert.ok(direct(address), address);
    for (const address of [
      'https://county.gov',
      'https://s3.county.gov',
      'https://S3.County.GOV',
      'https://10.20.30.40',
    ])
      assert.ok(direct(address), address);
    for (const address of ['https://othercounty.gov', 'https://county.gov.cn', 'https://11.0.0.1'])
      assert.ok(!direct(address), address);
    // The setting stands in place of the environment.
    assert.ok(!direct('https://s3.county.gov', ['store.cn']));
    assert.ok(direct('https://anything', ['*']));
    assert.ok(direct('https://store.cn:8443', ['store.cn:8443']));
    assert.ok(!direct('https://store.cn', ['store.cn:8443']));
    assert.ok(direct('https://store.cn', ['store.cn:443']));
    assert.ok(direct('https://a.store.cn', ['*.store.cn']));
    assert.ok(direct('http://[fd00::5]:9000', ['fd00::/8']));
    assert.ok(!direct('http://[fe80::5]:9000', ['fd00::/8', '', 'nonsense/99']));
  });
});
