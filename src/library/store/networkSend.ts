import { createSecureContext } from 'node:tls';
import { Agent, type Dispatcher, fetch, ProxyAgent } from 'undici';
import { type Environment, type Network, proxyOf } from './network';
import { storeErrors } from './store';
import { trustedAuthorities } from './trustedAuthorities';
import type { Send } from './webStore';

/**
 * Sends requests to where `base` is and nowhere else: directly, or through the proxy that the editor or the environment names.
 * Throws `StoreError` where that is no proxy that is spoken to here.
 */
export async function networkSend(
  target: string,
  base: string,
  network: Network = {},
  environment: Environment = process.env,
): Promise<Send> {
  const url = new URL(base);
  const proxy = proxyOf(url, network, environment);
  if (proxy && !/^https?:$/.test(proxy.protocol)) throw storeErrors.foreignProxy(target, proxy);
  const isTrustAsked = network.systemCertificates !== false && [url, proxy].some(one => one?.protocol === 'https:');
  // Made once: with some three hundred certificates in it, it takes as long as a request.
  const tls = isTrustAsked ? { secureContext: createSecureContext({ ca: await trustedAuthorities(environment) }) } : {};
  const dispatcher = proxy ? proxied(proxy, network, tls) : new Agent({ connect: tls });
  return async (address, init) => {
    const response = await fetch(address, { ...(init as object), dispatcher });
    return response as unknown as Response;
  };
}

function proxied(proxy: URL, { proxyAuthorization, proxyStrictSsl = true }: Network, tls: object): Dispatcher {
  return new ProxyAgent({
    uri: proxy.href,
    ...(proxyAuthorization && { token: proxyAuthorization }),
    // Most proxies tunnel to the port of https alone; what goes to another is asked of them.
    proxyTunnel: false,
    requestTls: tls,
    proxyTls: { ...tls, rejectUnauthorized: proxyStrictSsl },
  });
}
