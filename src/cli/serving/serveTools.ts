import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { gazetteer } from '../../corpus/check/gazetteer';
import { idioms } from '../../corpus/check/idioms';
import { finish } from '../../engine/steps';
import { type ToolSources, tools, withLeftOut } from '../../engine/tools/tools';
import type { Asked } from '../asked/asked';
import { cliLanguage } from '../output/language';
import { wholeLines } from './wholeLines';

/** One message: a draft has a hundredth. */
const MOST_BYTES = 10_000_000;
const tooLong = {
  zh: `一条消息超过 ${MOST_BYTES / 1e6} MB，已停止；请让助手分段发送`,
  en: `stopped at a message of more than ${MOST_BYTES / 1e6} MB: let the assistant send less at a time`,
};

/**
 * A Model Context Protocol server on standard input and output, until its input ends or a message is too long (an `Error`, for the writer): the tools of `engine/tools`. It opens no connection
 * itself; what its client does with the answers is the client's affair. A bundle of its own, for the library is large.
 *
 * @param open what is asked, as it is now: a corpus that has been indexed meanwhile is answered from
 */
export async function serveTools(open: () => Promise<AskedSources>, version: string): Promise<void> {
  const server = new Server({ name: 'fanben', version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, description, inputSchema }) => ({
      name,
      description,
      inputSchema,
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) return failed(`No such tool: ${params.name}`);
    const { close, onDemand, partial, everything, bring, bringNoted, borrow, ...asked } = await open();
    try {
      const input = params.arguments ?? {};
      const needs = onDemand.length > 0 ? tool.needs(input, partial.length) : null;
      if (needs) await bring(needs);
      const borrowed = tool.draftOf && (await borrow(tool.draftOf(input)));
      const view = needs ? everything : [...asked.view, ...(borrowed?.view ?? [])];
      const common = borrowed?.common;
      const sources = { ...asked, view, gazetteer, idioms, ...(common && { common }) };
      let answer = finish(tool.run(sources, input));
      if (needs) {
        await bringNoted(); // what it turned out to lack: titles, the ends of sentences
        answer = finish(tool.run(sources, input));
      }
      const told = withLeftOut(answer, needs || borrowed?.isWhole ? [] : onDemand);
      return { content: [{ type: 'text', text: JSON.stringify(told) }] };
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error));
    } finally {
      await close();
    }
  });
  const lines = process.stdin.pipe(wholeLines(MOST_BYTES));
  const transport = new StdioServerTransport(lines, process.stdout, { maxBufferSize: MOST_BYTES });
  const ended = new Promise<void>((resolve, reject) => {
    const refuse = () => reject(new Error(tooLong[cliLanguage()]));
    lines.once('end', resolve).once('error', refuse);
    // Before the input has ended only the transport itself closes: a message is longer than it holds.
    server.onclose = refuse;
  });
  await server.connect(transport);
  await ended;
  await server.close();
}

/** To be closed when it is answered. */
type AskedSources = ToolSources &
  Pick<Asked, 'onDemand' | 'partial' | 'everything' | 'bring' | 'bringNoted' | 'borrow' | 'close'>;

const failed = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] });
