import type { Plugin } from 'esbuild';

export declare const lazyPackagesPlugin: (folder?: string) => Plugin;
