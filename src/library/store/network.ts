import { BlockList, isIP } from 'node:net';

/** How the network is reached, as the settings of the editor say; what they leave open the environment says. */
export interface Network {
  /** `http://proxy:8080`; '': none, whatever the environment says. */
  readonly proxy?: string | undefined;
  /** Hosts that are reached without it: `intranet.gov`, `.county.gov`, `10.0.0.0/8`, `host:8443`, `*`. */
  readonly noProxy?: readonly string[] | undefined;
  /** The value of `Proxy-Authorization`; by default made of the user and password in the address of the proxy. */
  readonly proxyAuthorization?: string | undefined;
  /** Whether the certificate of the proxy itself must be trusted. Default true. That of a store always must. */
  readonly proxyStrictSsl?: boolean | undefined;
  /** Trust whom the system trusts, too. Default true. */
  readonly systemCertificates?: boolean | undefined;
}

/** The variables of an environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The address of the proxy through which a host is reached; undefined: directly. This machine itself always is.
 *
 * @example proxyOf(new URL('https://store.gov/lib'), {}, { HTTPS_PROXY: 'proxy:3128' }) // http://proxy:3128/
 */
export function proxyOf(url: URL, { proxy, noProxy }: Network, environment: Environment): URL | undefined {
  const named = (name: string) => environment[name] || environment[name.toUpperCase()];
  const wanted = proxy ?? named(`${url.protocol.slice(0, -1)}_proxy`) ?? named('all_proxy') ?? '';
  const exceptions = noProxy?.length ? noProxy : (named('no_proxy') ?? '').split(/[\s,]+/);
  if (wanted === '' || isThisMachine(hostOf(url)) || exceptions.some(exception => covers(exception, url)))
    return undefined;
  return new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(wanted) ? wanted : `http://${wanted}`);
}

/** Without the brackets of an IPv6 address. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();

const isThisMachine = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '::1' ||
  (isIP(host) === 4 && host.startsWith('127.'));

/** `county.gov` and `.county.gov` are for all below it, too, as curl has it. */
function covers(exception: string, url: URL): boolean {
  if (exception === '*') return true;
  const [, name = '', port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(exception) === 6 ? `[${exception}]` : exception)!;
  if (name === '' || (port !== undefined && port !== portOf(url))) return false;
  const host = hostOf(url);
  const [network = '', bits] = name.split('/');
  if (isIP(network) && bits !== undefined) return isWithin(host, network, Number(bits));
  const own = name.replace(/^\*?\./, '').toLowerCase();
  return host === own || (isIP(host) === 0 && host.endsWith(`.${own}`));
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

function isWithin(host: string, network: string, bits: number): boolean {
  const [kind, other] = [isIP(network), isIP(host)];
  if (kind !== other || !Number.isInteger(bits) || bits > (kind === 4 ? 32 : 128)) return false;
  const family = kind === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(host, family);
}
