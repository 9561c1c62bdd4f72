import { createSecureContext } from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent, request } from 'undici';
import { type Environment, type Network, proxyOf } from './network';
import { storeErrors } from './store';
import { trustedAuthorities } from './trustedAuthorities';
import type { Answer, Send } from './webStore';

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
  // No `fetch`: a piece costs it twice as much, for streams and headers that nobody needs here.
  return async (address, { headers, ...asked }) => {
    const response = await request(address, { ...asked, headers: { ...AS_IT_IS, ...headers }, dispatcher });
    const answer = answered(response);
    if (answer.status < 300 || answer.status > 399 || answer.status === 304) return answer;
    await answer.drop();
    throw new Error('unexpected redirect');
  };
}

/** Nothing is to be packed on its way: pieces are already. */
const AS_IT_IS = { 'accept-encoding': 'identity' };

function answered({ statusCode, headers, body }: Dispatcher.ResponseData): Answer {
  // Nobody may be listening any more when a line breaks.
  body.on('error', () => undefined);
  return {
    status: statusCode,
    ok: statusCode >= 200 && statusCode <= 299,
    header: name => headers[name]?.toString() ?? null,
    body,
    drop: () => body.dump().catch(() => undefined),
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
