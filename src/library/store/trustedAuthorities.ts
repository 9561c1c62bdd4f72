import { readFile } from 'node:fs/promises';
import * as tls from 'node:tls';
import type { Environment } from './network';

/** Where systems keep the certificates of those whom they trust. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt', // Debian, Ubuntu, UOS, Kylin
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', // Fedora, CentOS, openEuler
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem', // SUSE
  '/etc/ssl/cert.pem', // Alpine, macOS
];

/** Of Node 22.15 on. */
type WithAuthorities = { readonly getCACertificates?: (type: 'default' | 'system') => string[] };

/**
 * Certificates, as PEM, of all who may vouch for a server: those that Node comes with, those of `NODE_EXTRA_CA_CERTS`, and those that the
 * system trusts: an authority of the county's own is installed there once, for all programs. Where Node cannot ask the system, the file is
 * read in which Linux keeps them, or that of `SSL_CERT_FILE`.
 */
export async function trustedAuthorities(environment: Environment): Promise<string[]> {
  const ofNode = [...tls.rootCertificates, ...(await readable(environment.NODE_EXTRA_CA_CERTS))];
  return [...new Set([...ofNode, ...(await ofSystem(environment))])];
}

async function ofSystem({ SSL_CERT_FILE }: Environment): Promise<string[]> {
  const asked = SSL_CERT_FILE ? [] : askSystem();
  if (asked.length > 0) return asked;
  for (const path of SSL_CERT_FILE ? [SSL_CERT_FILE] : BUNDLES) {
    const bundle = await readable(path);
    if (bundle.length > 0) return bundle;
  }
  return [];
}

function askSystem(): string[] {
  try {
    return (tls as WithAuthorities).getCACertificates?.('system') ?? [];
  } catch {
    return []; // an editor that was built without
  }
}

const readable = (path: string | undefined): Promise<string[]> =>
  path
    ? readFile(path, 'utf8').then(
        text => (text.includes('-----BEGIN') ? [text] : []),
        () => [],
      )
    : Promise.resolve([]);
