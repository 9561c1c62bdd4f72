import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What requests to an object store are signed with; a session token where the keys are for a while. */
export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** How a bucket is reached. */
export interface S3Access {
  readonly target: string;
  /** Address of the prefix in the bucket; ends with `/`. */
  readonly base: string;
  readonly region: string;
  /** None: what anybody may read. */
  readonly keys: S3Keys | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `s3://bucket/prefix?endpoint=https://store:8443&region=…&profile=…`. What the address does not say, the usual environment
 * (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`, …) and profile (`~/.aws/config`, `~/.aws/credentials`) do. Given keys win.
 */
export async function s3Access(
  target: string,
  given?: S3Keys,
  environment: Environment = process.env,
  home: string = homedir(),
): Promise<S3Access> {
  const url = new URL(target);
  const option = (name: string) => url.searchParams.get(name) ?? undefined;
  const profile = await readProfile(option('profile') ?? environment.AWS_PROFILE ?? 'default', environment, home);
  const region =
    option('region') ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? profile.region ?? 'us-east-1';
  const endpoint =
    option('endpoint') ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL ?? profile.endpoint_url;
  const bucket = url.hostname;
  const root = endpoint ? `${endpoint.replace(/\/+$/, '')}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`;
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    target: `s3://${bucket}${prefix && `/${prefix}`}`,
    base: `${root}/${prefix && `${prefix}/`}`,
    region,
    keys: given ?? keysOf(environment) ?? keysOf(upperCased(profile)),
  };
}

function keysOf(source: Environment): S3Keys | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = source;
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, sessionToken: AWS_SESSION_TOKEN } : undefined;
}

const upperCased = (profile: Environment): Environment =>
  Object.fromEntries(Object.entries(profile).map(([name, value]) => [name.toUpperCase(), value]));

/** The settings of a profile, those of the credentials before those of the configuration. */
async function readProfile(name: string, environment: Environment, home: string): Promise<Environment> {
  const read = (path: string) => readFile(path, 'utf8').catch(() => '');
  const [config, credentials] = await Promise.all([
    read(environment.AWS_CONFIG_FILE ?? join(home, '.aws', 'config')),
    read(environment.AWS_SHARED_CREDENTIALS_FILE ?? join(home, '.aws', 'credentials')),
  ]);
  return { ...iniSection(config, name === 'default' ? name : `profile ${name}`), ...iniSection(credentials, name) };
}

/** `name = value` below `[section]`. */
function iniSection(text: string, section: string): Record<string, string> {
  const values: Record<string, string> = {};
  let isWanted = false;
  for (const line of text.split(/\r?\n/)) {
    const head = /^\s*\[\s*(.+?)\s*\]/.exec(line);
    if (head) isWanted = head[1] === section;
    const pair = /^(\w+)\s*=\s*(.*?)\s*$/.exec(line);
    if (isWanted && pair) values[pair[1]!] = pair[2]!;
  }
  return values;
}
