export { type Pace, type RealClock, realClock } from './realClock.ts';
export { type VirtualClock, virtualClock } from './virtualClock.ts';

/** The world's time. Nothing in the workspace looks at any other clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  pause(ms: number): Promise<void>;
  after(ms: number, act: () => void): void;
}
