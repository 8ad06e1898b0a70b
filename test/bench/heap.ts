import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Notes the highest of what was alive in memory at the moments of looking, beyond what was there at first. */
export interface HeapWatch {
  look(): void;
  /** In bytes. */
  readonly peak: number;
}

export function watchHeap(): HeapWatch {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const alive = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = alive();
  let peak = 0;
  return {
    look() {
      peak = Math.max(peak, alive() - before);
    },
    get peak() {
      return peak;
    },
  };
}
