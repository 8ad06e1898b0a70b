export interface QueuedTimer {
  at: number;
  order: number;
  act: () => void;
}

/** A heap: the earliest timer first, and of those due together the one set first. */
export function createTimerQueue() {
  const heap: QueuedTimer[] = [];
  let order = 0;

  function push(at: number, act: () => void) {
    const timer = { at, order: order++, act };
    let i = heap.push(timer) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent] as QueuedTimer;
      if (!isBefore(timer, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = timer;
  }

  function pop(): QueuedTimer | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as QueuedTimer, heap[child] as QueuedTimer))
        child++;
      if (!isBefore(heap[child] as QueuedTimer, last)) break;
      heap[i] = heap[child] as QueuedTimer;
      i = child;
    }
    heap[i] = last;
    return first;
  }

  return {
    push,
    pop,
    nextAt: () => heap[0]?.at,
    get size() {
      return heap.length;
    },
  };
}

const isBefore = (a: QueuedTimer, b: QueuedTimer) => a.at < b.at || (a.at === b.at && a.order < b.order);
