import type { VirtualClock } from '../workspace/world/clock.ts';

/** The same role, with virtual time passing until each answer is there. */
export function driven<Role extends object>(role: Role, time: VirtualClock): Role {
  return new Proxy(role, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        const answer: unknown = method.apply(target, args);
        return answer instanceof Promise ? time.run(answer) : answer;
      };
    },
  });
}
