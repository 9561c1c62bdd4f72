/** The language server as a process: `--stdio` for any editor, `--node-ipc` under VS Code. */
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServer } from './createServer';
import { nodeHost } from './host';

// The bundle is dist/server.js; the templates are data beside dist.
createServer(createConnection(ProposedFeatures.all), nodeHost(join(__dirname, '..')));
