import { parseArguments, UsageError } from './arguments/arguments';
import { usage } from './arguments/usage';
import { commands, type World } from './commands';

/**
 * The command line: answers on stdout, progress and problems on stderr. Gives the exit code: 0 done, 1 failed, 2 not understood.
 *
 * @example await fanben(['search', '--storage', 'index', '群众'])
 */
export async function fanben([name = '', ...args]: readonly string[], world: World = {}): Promise<number> {
  if (/^(-h|--help|help)$/.test(name)) {
    console.log(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new UsageError();
    return await command.run(parseArguments(args, command), world);
  } catch (error) {
    if (error instanceof UsageError) {
      if (error.message) console.error(`fanben ${name}: ${error.message}`);
      console.error(usage);
      return 2;
    }
    console.error(`fanben ${name}: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}
