import { join } from 'node:path';
import { version } from '../../../package.json';
import { type AskedOptions, askedBeside, openLibraries } from '../asked/asked';
import { keepIndex } from '../asked/keptIndex';
import { cliLanguage } from '../output/language';
import type { serveTools } from './serveTools';

/**
 * `fanben mcp [--storage DIR] [--library TARGET]…`: corpus and libraries as tools of an assistant (Model Context Protocol), on standard
 * input and output. Libraries stay open and follow what is published; the index stays open for a while and is opened anew when it has changed.
 */
export async function mcp({ storage, notes, libraries = [], isOnDemand }: AskedOptions): Promise<0> {
  console.error(leaves[cliLanguage()]);
  // The bundle is dist/cli.js; the library of the protocol is in one of its own, which only this command reads.
  const tools = require(join(__dirname, 'mcp.js')) as { serveTools: typeof serveTools };
  const opened = await openLibraries(libraries, isOnDemand);
  const kept = storage === undefined ? undefined : keepIndex(storage, notes);
  const asked = async () => askedBeside(opened, { storage, index: await kept?.open() });
  await tools.serveTools(asked, version).finally(() => Promise.all([kept?.close(), opened.close()]));
  return 0;
}

/** Said at every start: it is the one way by which text of the corpus goes to another program. */
const leaves = {
  zh: '范本把查到的句子和出处（标题、日期、讲话人、文件路径）交给接入的助手；助手可能把它们发到网上。范本自己不联网，除非用 --library 指定了网上的资料库，那也只读取。',
  en: 'Fanben gives the sentences it finds, with title, date, speaker and path, to the assistant that is connected, which may send them elsewhere. Fanben itself opens no connection, but to read a library that --library names.',
};
