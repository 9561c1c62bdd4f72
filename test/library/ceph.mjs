/**
 * A small Ceph cluster with an object store (radosgw) on this machine, in a temporary folder: monitor, manager, some OSDs. For the tests of
 * libraries against a real object store. Needs Debian's `ceph-mon ceph-mgr ceph-osd ceph-common radosgw`, and root to install them.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';

const PACKAGES = ['ceph-mon', 'ceph-mgr', 'ceph-osd', 'ceph-common', 'radosgw'];
const MON = '127.0.0.1:16789';
const PORT = 17480;
export const keys = { accessKeyId: 'fanben', secretAccessKey: 'fanben-secret-of-a-test' };

/** Installs what is missing; false where that cannot be done here. */
export function installCeph() {
  if (existsSync('/usr/bin/radosgw') && existsSync('/usr/bin/ceph-osd')) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`installing ${PACKAGES.join(' ')}`);
  return (
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { stdio: 'ignore' }).status === 0
  );
}

/** Starts the cluster, and makes the bucket `county`. Throws, with what the command said, where a part does not start. */
export async function startCeph({ osds = 3, megabytes = 2048 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fanben-ceph-'));
  const conf = join(folder, 'ceph.conf');
  const keyring = join(folder, 'keyring');
  const run = (program, ...args) => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr || stdout}`);
    return stdout;
  };
  const ceph = (...args) => run('ceph', '-c', conf, '-k', keyring, '--connect-timeout', '20', ...args);
  writeFileSync(
    conf,
    `[global]
fsid = ${randomUUID()}
mon_host = v1:${MON}
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = cephx
auth_service_required = cephx
auth_client_required = cephx
ms_bind_msgr2 = false
run_dir = ${folder}
admin_socket = ${folder}/$name.asok
pid_file = ${folder}/$name.pid
log_file = ${folder}/$name.log
keyring = ${keyring}
mon_data = ${folder}/mon
mgr_data = ${folder}/mgr
osd_data = ${folder}/osd.$id
osd_crush_chooseleaf_type = 0
osd_pool_default_size = ${Math.min(2, osds)}
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 8
osd_pool_default_pg_autoscale_mode = off
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 1000
osd_memory_target = 939524096
bluestore_block_size = ${megabytes * 1024 * 1024}
[client.rgw]
# Else every small answer waits 44 ms for a packet that does not come.
rgw_frontends = beast endpoint=127.0.0.1:${PORT} tcp_nodelay=1
`,
  );
  const caps = ['--cap', 'mon', 'allow *', '--cap', 'mgr', 'allow *', '--cap', 'osd', 'allow *'];
  run('ceph-authtool', '--create-keyring', keyring, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *');
  run('ceph-authtool', keyring, '--gen-key', '-n', 'client.admin', ...caps);
  run('ceph-authtool', keyring, '--gen-key', '-n', 'mgr.a', ...caps);
  run('ceph-authtool', keyring, '--gen-key', '-n', 'client.rgw', ...caps);
  const fsid = /fsid = (\S+)/.exec(readFileSync(conf, 'utf8'))[1];
  run('monmaptool', '--create', '--addv', 'a', `[v1:${MON}]`, '--fsid', fsid, join(folder, 'monmap'));
  for (const name of ['mon', 'mgr']) mkdirSync(join(folder, name));
  run('ceph-mon', '-c', conf, '--mkfs', '-i', 'a', '--monmap', join(folder, 'monmap'), '--keyring', keyring);
  run('ceph-mon', '-c', conf, '-i', 'a');
  for (const name of ['mgr.a', 'client.rgw']) {
    ceph('auth', 'import', '-i', keyring);
    if (name === 'mgr.a') run('ceph-mgr', '-c', conf, '-i', 'a', '--keyring', keyring);
  }
  const startOsd = id =>
    run('ceph-osd', '-c', conf, '-i', String(id), '--keyring', join(folder, `osd.${id}`, 'keyring'));
  for (let id = 0; id < osds; id++) {
    const home = join(folder, `osd.${id}`);
    mkdirSync(home);
    const uuid = randomUUID();
    ceph('osd', 'new', uuid, String(id));
    const key = ceph(
      'auth',
      'get-or-create',
      `osd.${id}`,
      'mon',
      'allow profile osd',
      'mgr',
      'allow profile osd',
      'osd',
      'allow *',
    );
    writeFileSync(join(home, 'keyring'), key);
    run('ceph-osd', '-c', conf, '-i', String(id), '--mkfs', '--osd-uuid', uuid, '--keyring', join(home, 'keyring'));
    startOsd(id);
  }
  run('radosgw', '-c', conf, '-n', 'client.rgw', '-k', keyring);
  const endpoint = `http://127.0.0.1:${PORT}`;
  run(
    'radosgw-admin',
    '-c',
    conf,
    '-k',
    keyring,
    'user',
    'create',
    '--uid',
    'fanben',
    '--display-name',
    'fanben',
    '--access-key',
    keys.accessKeyId,
    '--secret',
    keys.secretAccessKey,
  );
  const client = new AwsClient({ ...keys, service: 's3', region: 'us-east-1', retries: 10 });
  for (let attempt = 0; ; attempt++) {
    const made = await client.fetch(`${endpoint}/county`, { method: 'PUT' }).catch(error => error);
    if (made.ok) break;
    if (attempt === 60) throw new Error(`no bucket: ${made.status ?? made}`);
    await pause(1000);
  }
  const pid = name => Number(readFileSync(join(folder, `${name}.pid`), 'utf8'));
  return {
    folder,
    endpoint,
    target: prefix => `s3://county/${prefix}?endpoint=${endpoint}`,
    stopOsd: id => process.kill(pid(`osd.${id}`)),
    startOsd,
    async stop() {
      for (const name of ['client.rgw', ...Array.from({ length: osds }, (_, id) => `osd.${id}`), 'mgr.a', 'mon.a']) {
        try {
          process.kill(pid(name), 'SIGKILL');
        } catch {
          // has ended
        }
      }
      await pause(500);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
