import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether anything on this machine answers HTTP there; the status does not matter. */
const answers = (port: number, path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, timeout: 2000, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
    asked.end();
  });

export interface Waiting {
  readonly port: number;
  readonly path?: string;
  /** Becomes false when there is no more to wait for. */
  readonly stillStarting: () => boolean;
  readonly milliseconds?: number;
}

/** Waits until the port answers HTTP. False when the time is up or the program has ended before. */
export const untilAnswering = async ({ port, path = '/', stillStarting, milliseconds = 60_000 }: Waiting) => {
  const deadline = Date.now() + milliseconds;
  while (stillStarting() && Date.now() < deadline) {
    if (await answers(port, path)) return true;
    await pause(50);
  }
  return false;
};
