/**
 * What the server process is started with. Room for what is young, in MB: a list leaves half a megabyte behind, and by default twenty
 * lists are waited for before that is cleared away, at some 40 MB more. Builds are another process.
 */
export const SERVER_FLAGS: readonly string[] = ['--max-semi-space-size=2'];

/** And what its environment has beside that of the editor: of glibc's heaps, eight a core otherwise, threads that hardly allocate share two. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2' };
