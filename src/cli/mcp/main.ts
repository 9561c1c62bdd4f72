import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { gazetteer } from '../../corpus/check/gazetteer';
import { finish } from '../../engine/steps';
import { type ToolSources, tools } from '../../engine/tools/tools';

/**
 * A Model Context Protocol server on standard input and output, until its input ends: the tools of `engine/tools`. It opens no connection
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
    const { close, ...asked } = await open();
    try {
      const answer = finish(tool.run({ ...asked, gazetteer }, params.arguments ?? {}));
      return { content: [{ type: 'text', text: JSON.stringify(answer) }] };
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error));
    } finally {
      await close();
    }
  });
  const transport = new StdioServerTransport();
  const ended = new Promise<void>(resolve => {
    server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(transport);
  await ended;
  await server.close();
}

/** To be closed when it is answered. */
interface AskedSources extends ToolSources {
  close(): Promise<void>;
}

const failed = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] });
