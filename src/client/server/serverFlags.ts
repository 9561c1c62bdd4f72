/**
 * What the server process is started with. Room for what is young, in MB: a list leaves half a megabyte behind, and by default twenty
 * lists are waited for before that is cleared away, at some 40 MB more. What has grown old is cleared away when the heap has grown by a third, and it is
 * packed closely then: otherwise as much waste is waited for as there is in use, some 30 MB. Builds are another process.
 */
export const SERVER_FLAGS: readonly string[] = ['--max-semi-space-size=2', '--optimize-for-size'];

/**
 * And what its environment has beside that of the editor, for glibc. Of its heaps, eight a core otherwise, threads that hardly allocate share two. What is larger
 * than 128 kB goes back to the system when it is free: by default it stays, once something large has been, for 10 MB.
 */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
};
