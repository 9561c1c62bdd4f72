import type { Plugin } from 'esbuild';

export declare const lazyPackages: readonly string[];
export declare const lazyEntries: Readonly<Record<string, string>>;
export declare const lazyPackagesPlugin: Plugin;
