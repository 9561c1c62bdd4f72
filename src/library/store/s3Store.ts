import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { S3Access } from './s3Access';
import type { Store } from './store';
import { type Send, webStore } from './webStore';

/**
 * A library in a bucket of any S3-compatible object store. Requests are signed by `aws4fetch`; without keys they are sent as they
 * are, for buckets that anybody may read.
 */
export function s3Store({ target, base, region, keys }: S3Access, send: Send): Store {
  if (!keys) return webStore({ target, base, send, canWrite: false });
  const client = new AwsClient({ ...keys, region, service: 's3' });
  return webStore({
    target,
    base,
    canWrite: true,
    async send(url, asked) {
      const { method = 'GET', headers, body } = asked;
      const sha256 = createHash('sha256')
        .update(body ?? '')
        .digest('hex');
      // Signed by hand, so that what is sent is the same bytes and no more.
      const signed = await client.sign(url, { method, headers: { ...headers, 'x-amz-content-sha256': sha256 } });
      return send(url, { ...asked, headers: Object.fromEntries(signed.headers) });
    },
  });
}
