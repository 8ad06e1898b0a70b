import { createGrouper, type Group, type Heard } from '../domain/matching/groups.ts';
import type { GroupFinder } from '../ports/groups.ts';
import type { Clock } from '../ports.ts';

export interface GroupQuestion {
  readonly id: number;
  readonly heard: readonly Heard[];
  readonly now: number;
}

export interface GroupAnswer {
  readonly id: number;
  readonly groups: readonly Group[];
}

/** As far as this asks of the browser's worker. */
export type Helper = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

// A worker that says nothing for so long was never let in.
const LONGEST_WAIT_MS = 5_000;
// So few at a time that the page answers its reader in between.
const SLICE = 50;

/**
 * Groups in a worker; and a few at a time on the page where the browser, its policy or the sandbox of Zendesk's frame lets
 * none be.
 */
export function createGroupFinder(clock: Clock, openHelper: () => Helper = openWorker): GroupFinder {
  let helper: Helper | undefined;
  let isRefused = false;
  let asked = 0;

  function giveUp() {
    helper?.terminate();
    helper = undefined;
    isRefused = true;
  }

  async function ask(heard: readonly Heard[], now: number): Promise<readonly Group[] | undefined> {
    const opened = helper ?? openHelper();
    helper = opened;
    asked += 1;
    const question: GroupQuestion = { id: asked, heard, now };
    const answer = new Promise<readonly Group[] | undefined>((resolve) => {
      opened.onmessage = ({ data }: MessageEvent<GroupAnswer>) =>
        data.id === question.id && resolve(data.groups);
      opened.onerror = () => resolve(undefined);
      opened.postMessage(question);
    });
    return Promise.race([answer, clock.pause(LONGEST_WAIT_MS).then(() => undefined)]);
  }

  async function findHere(heard: readonly Heard[], now: number): Promise<readonly Group[]> {
    const grouper = createGrouper(now);
    for (let at = 0; at < heard.length; at += SLICE) {
      grouper.hear(heard.slice(at, at + SLICE));
      await clock.pause(0);
    }
    return grouper.groups();
  }

  let turn: Promise<unknown> = Promise.resolve();
  return {
    find(heard, now) {
      const found = turn.then(async () => {
        if (isRefused) return findHere(heard, now.getTime());
        const groups = await ask(heard, now.getTime()).catch(() => undefined);
        if (groups) return groups;
        giveUp();
        return findHere(heard, now.getTime());
      });
      turn = found.catch(() => {}); // one question at a time
      return found;
    },
  };
}

// A file of the package, of the page's own origin: `script-src 'self'` lets it run.
function openWorker(): Helper {
  return new Worker(new URL('./groupWorker.ts', import.meta.url), { type: 'module' });
}
