import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './program.js';

/** Milliseconds from the start of the programs until the api says that all is well. */
const WITHIN = 90_000;

const status = async (url: string): Promise<string> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return response.ok ? 'ready' : `${url} answers ${response.status}: ${await response.text()}`;
  } catch (error) {
    return `${url} does not answer: ${(error as Error).message}`;
  }
};

/** Waits until the api says it is ready, or fails with what stands in the way. `stopped` ends the wait. */
export const untilReady = async (url: string, programs: readonly Program[], stopped: () => boolean): Promise<void> => {
  const begun = performance.now();
  let failure: string | undefined;
  for (const program of programs) {
    void program.endedEarly.then((how) => {
      failure ??= `${program.name} ended with ${how}\n${program.lastWords()}`;
    });
  }
  while (!stopped()) {
    const told = await status(`${url}/health/ready`);
    if (failure !== undefined) throw new Error(failure);
    if (told === 'ready') return;
    if (performance.now() - begun > WITHIN) throw new Error(told);
    await pause(50);
  }
};
