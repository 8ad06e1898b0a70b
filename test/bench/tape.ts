import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SendRequest } from '../simulation/broadcastPorts.ts';
import type { VirtualClock } from '../workspace/world/clock.ts';

/** What was asked and answered, kept in a file: a run can be played again without the world in memory. */
export interface Tape {
  record(request: SendRequest, time: VirtualClock): SendRequest;
  /** Answers as it was answered then. Asking for anything else is an error. */
  play(time: VirtualClock): SendRequest;
  close(): void;
}

interface Taped {
  from: number;
  bytes: number;
  took: number;
}

export function createTape(file: string): Tape {
  mkdirSync(dirname(file), { recursive: true });
  const paper = openSync(file, 'w+');
  const answers = new Map<string, Taped[]>();
  let end = 0;
  return {
    record: (request, time) => async (options) => {
      const asked = time.now();
      // In the order of asking: of two alike, the second may be answered first.
      const taped: Taped = { from: 0, bytes: 0, took: 0 };
      answers.set(options.url, [...(answers.get(options.url) ?? []), taped]);
      const answer = await request(options);
      const bytes = writeSync(paper, JSON.stringify(answer), end);
      Object.assign(taped, { from: end, bytes, took: time.now() - asked });
      end += bytes;
      return answer;
    },
    play: (time) => async (options) => {
      const taped = answers.get(options.url)?.shift();
      if (!taped) throw new Error(`${options.url} was not asked when this was recorded`);
      // There and back, as in the world: what happens at the same moment happens in the same order.
      await time.pause(taped.took / 2);
      await time.pause(taped.took / 2);
      const buffer = Buffer.alloc(taped.bytes);
      readSync(paper, buffer, 0, taped.bytes, taped.from);
      return JSON.parse(buffer.toString());
    },
    close: () => closeSync(paper),
  };
}
