import * as vscode from 'vscode';
import type { ServerOptions } from '../../server/protocol/options';

/** How the editor itself reaches the network (`http.proxy` and the like): libraries are reached likewise. */
export function networkOptions(): NonNullable<ServerOptions['network']> {
  const http = vscode.workspace.getConfiguration('http');
  const text = (name: string) => {
    const value = http.get<unknown>(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  // What is not set comes from the environment of the server.
  const proxy = http.get('proxySupport') === 'off' ? '' : text('proxy');
  const proxyAuthorization = text('proxyAuthorization');
  const noProxy = http.get<unknown>('noProxy');
  return {
    ...(proxy !== undefined && { proxy }),
    ...(proxyAuthorization && { proxyAuthorization }),
    noProxy: Array.isArray(noProxy) ? noProxy.filter(host => typeof host === 'string') : [],
    proxyStrictSsl: http.get<unknown>('proxyStrictSSL') !== false,
    systemCertificates: http.get<unknown>('systemCertificates') !== false,
  };
}

/** Calls `listener` when the editor is told to reach the network otherwise. */
export function onNetworkChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration('http')) listener();
  });
}
