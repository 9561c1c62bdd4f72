export declare const keys: { accessKeyId: string; secretAccessKey: string };
export declare function installCeph(): boolean;
export declare function startCeph(options?: { osds?: number; megabytes?: number }): Promise<{
  folder: string;
  endpoint: string;
  target(prefix: string): string;
  stopOsd(id: number): void;
  startOsd(id: number): unknown;
  stop(): Promise<void>;
}>;
