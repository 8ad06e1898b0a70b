import type { ModalPorts } from '../../../ports/batches.ts';
import type { Phrase, Words } from '../../phrases.tsx';

/** What a check has found, in words: what is so, and what to do about it. */
export interface Verdict {
  readonly tone: 'good' | 'warning' | 'bad' | 'off';
  readonly lines: readonly string[];
}

/** A part of the settings that can be tried out. Another service is another entry in the list of `CheckSettings`. */
export interface Check {
  readonly id: string;
  readonly name: Phrase;
  run(ports: ModalPorts): Promise<(words: Words) => Verdict>;
}
