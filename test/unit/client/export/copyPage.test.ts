import assert from 'node:assert/strict';
import { copyPage } from '../../../../src/client/export/copyPage';

describe('copyPage', () => {
  it('runs one script, which no text ends', () => {
    const evil = '</script><script>alert("1")</script>';
    const page = copyPage({ html: '<p>山</p>', text: evil, nonce: 'abc', button: '<b>', hint: '&' });
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(page, /script-src 'nonce-abc'"/);
    assert.match(page, /<button autofocus>&lt;b><\/button> &amp;<\/header>/);
    const literal = /const text = (".*");/.exec(page)?.[1] ?? '';
    assert.equal(JSON.parse(literal), evil);
  });
});
