/**
 * Asks until there is an answer: until `ask` returns something truthy (`[]` counts as nothing) without throwing.
 * Throws the last error, or that there was none, after `timeoutMs`.
 */
export async function waitFor<T>(ask: () => T | PromiseLike<T>, timeoutMs = 10_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let problem: unknown;
  do {
    try {
      const answer = await ask();
      if (Array.isArray(answer) ? answer.length > 0 : answer) return answer;
      problem = new Error(`no answer within ${timeoutMs} ms: ${ask}`);
    } catch (error) {
      problem = error;
    }
    await new Promise(resolve => setTimeout(resolve, 25));
  } while (Date.now() < deadline);
  throw problem;
}
