import { join } from 'node:path';
import { installCeph, keys, startCeph } from './ceph.mjs';
import { startNginx } from './nginx';
import type { Place } from './trials/trial';

/** A folder, Debian's nginx where it is here, and with `withCeph` an object store. What ends them is added to `ends`, to be called last first. */
export async function places(folder: string, withCeph: boolean, ends: (() => Promise<void>)[]): Promise<Place[]> {
  const shared = join(folder, 'shared');
  const inShared = (library: string) => join(shared, library);
  const found: Place[] = [{ name: 'folder', to: inShared, from: inShared }];
  const nginx = await startNginx(join(folder, 'web'));
  if (nginx) {
    ends.push(nginx.stop);
    const { address, root } = nginx;
    const through = (address: string, library: string) => `${address}/${library}`;
    const from = (library: string) => through(address, library);
    found.push({ name: 'nginx', to: library => join(root, library), from, web: { address, through } });
  } else console.log('nginx: skipped, Debian’s nginx is not here');
  if (!withCeph) return found;
  if (!installCeph()) throw new Error('Ceph cannot be installed here: it needs Debian and root');
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey });
  const ceph = await startCeph();
  ends.push(ceph.stop);
  const { endpoint, target } = ceph;
  const through = (address: string, library: string) => target(library).replace(endpoint, address);
  const disturb = async () => {
    ceph.stopOsd(1);
    return async () => void ceph.startOsd(1);
  };
  found.push({ name: 'radosgw', to: target, from: target, web: { address: endpoint, through }, disturb });
  return found;
}
