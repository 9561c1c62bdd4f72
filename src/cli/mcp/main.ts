import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { gazetteer } from '../../corpus/check/gazetteer';
import { openIndex } from '../../corpus/index/indexStore';
import { finish } from '../../engine/steps';
import { tools } from '../../engine/tools/tools';

/**
 * A Model Context Protocol server on standard input and output, until its input ends: the tools of `engine/tools` over one index. It
 * opens no connection itself; what its client does with the answers is the client's affair. A bundle of its own, for the library is
 * large.
 *
 * @param storage folder of the index, which must be there
 */
export async function serveTools(storage: string, version: string): Promise<void> {
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
    // Opened anew each time: a corpus that has been indexed meanwhile is answered from as it is now.
    const index = await openIndex(storage);
    try {
      const answer = finish(tool.run({ view: index.view, gazetteer }, params.arguments ?? {}));
      return { content: [{ type: 'text', text: JSON.stringify(answer) }] };
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error));
    } finally {
      await index.close();
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

const failed = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] });
