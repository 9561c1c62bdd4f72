import { connect, createServer, type Server, type Socket } from 'node:net';

export interface SlowLine {
  /** `http://127.0.0.1:…`: what is sent there arrives at the far end. */
  readonly address: string;
  /** Bytes that came from the far end. */
  readonly received: () => number;
  /** HTTP requests that went there. */
  readonly requests: () => number;
  /** Tears every connection, and takes no more. */
  cut(): void;
  /** Takes connections again. */
  mend(): void;
  close(): Promise<void>;
}

export interface LineQuality {
  /** One way. */
  readonly delayMs?: number;
  /** Of all connections together, each way. */
  readonly bitsPerSecond?: number;
}

/**
 * A line to a server on this machine as a village has it: every piece arrives later, and they wait for each other. It can be cut. What
 * `tc netem` does for a network namespace, for machines whose kernel has it not, or whose user may not.
 */
export async function slowLine(
  farEnd: string,
  { delayMs = 0, bitsPerSecond = Infinity }: LineQuality = {},
): Promise<SlowLine> {
  const { hostname, port } = new URL(farEnd);
  const sockets = new Set<Socket>();
  let isCut = false;
  let received = 0;
  let requests = 0;
  /** The line is free again at, for each direction. */
  const free = { up: 0, down: 0 };
  const carry = (from: Socket, to: Socket, direction: 'up' | 'down') => {
    from.on('data', piece => {
      if (direction === 'down') received += piece.length;
      else if (/^(GET|HEAD|PUT|DELETE) /.test(piece.toString('latin1', 0, 8))) requests++;
      const now = performance.now();
      free[direction] = Math.max(now, free[direction]) + (piece.length * 8000) / bitsPerSecond;
      // No more is read than the line carries.
      from.pause();
      setTimeout(() => from.resume(), Math.max(0, free[direction] - now - 50));
      setTimeout(() => to.destroyed || to.write(piece), free[direction] + delayMs - now);
    });
    from.on('end', () =>
      setTimeout(() => to.end(), Math.max(0, free[direction] - performance.now()) + 2 * delayMs + 20),
    );
    from.on('error', () => to.destroy());
    from.on('close', () => sockets.delete(from));
    sockets.add(from);
  };
  const server: Server = createServer(near => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    carry(near, far, 'up');
    carry(far, near, 'down');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const own = server.address();
  return {
    address: `http://127.0.0.1:${typeof own === 'object' ? own?.port : ''}`,
    received: () => received,
    requests: () => requests,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
