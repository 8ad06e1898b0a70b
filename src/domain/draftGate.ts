import { cleanText } from './markup.ts';
import type { Gate } from './record.ts';

/** What is to let *resolved* be said; nothing of it is posted yet. */
export type DraftGate = Omit<Gate, 'at'>;

/** What is wrong with it; each has a text of its own. */
export type GateTrouble = 'gate shut' | 'gate without place' | 'override without reason' | 'reason long';

const LONGEST_REASON = 1_000;

export function gateTroubles(gate: DraftGate | undefined): GateTrouble[] {
  if (!letsResolve(gate)) return ['gate shut'];
  const { kind, where, reason = '' } = gate;
  const found: (GateTrouble | false)[] = [
    kind === 'confirmed' && !where && 'gate without place',
    kind === 'override' && !reason && 'override without reason',
    reason.length > LONGEST_REASON && 'reason long',
  ];
  return found.filter((each) => each !== false);
}

// Jira is taken at its word only where that word was read.
function letsResolve(gate: DraftGate | undefined): gate is DraftGate {
  if (!gate?.by) return false;
  return gate.kind !== 'jira' || gate.issue?.state === 'done';
}

/** The same without signs that nobody sees. */
export function cleanGate(gate: DraftGate): DraftGate {
  const { by, where, reason } = gate;
  return {
    ...gate,
    by: cleanText(by),
    ...(where !== undefined && { where: cleanText(where) }),
    ...(reason !== undefined && { reason: cleanText(reason) }),
  };
}

/** The gate as it is posted. A confirmation without a time of its own was given just now. */
export function stampGate(gate: DraftGate, at: string): Gate {
  return { ...gate, ...(gate.kind === 'confirmed' && { when: gate.when ?? at }), at };
}
