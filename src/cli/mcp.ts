import { join } from 'node:path';
import { version } from '../../package.json';
import { cliLanguage } from './language';
import type { serveTools } from './mcp/main';

/** `fanben mcp --storage DIR`: the corpus as tools of an assistant (Model Context Protocol), on standard input and output. */
export async function mcp(storage: string): Promise<0> {
  console.error(leaves[cliLanguage()]);
  // The bundle is dist/cli.js; the library of the protocol is in one of its own, which only this command reads.
  const tools = require(join(__dirname, 'mcp.js')) as { serveTools: typeof serveTools };
  await tools.serveTools(storage, version);
  return 0;
}

/** Said at every start: it is the one way by which text of the corpus goes to another program. */
const leaves = {
  zh: '范本把查到的句子和出处（标题、日期、讲话人、文件路径）交给接入的助手；助手可能把它们发到网上。范本自己不联网。',
  en: 'Fanben gives the sentences it finds, with title, date, speaker and path, to the assistant that is connected, which may send them elsewhere. Fanben itself opens no connection.',
};
