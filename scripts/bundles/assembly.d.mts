import type { Plugin } from 'esbuild';

export declare const assemblyPlugin: Plugin;
