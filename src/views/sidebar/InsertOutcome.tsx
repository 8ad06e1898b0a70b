import type { Inserted } from '../../actions/insertReply.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { tellingOfInsert } from './tellingOfInsert.ts';

/** What became of a press on "Insert reply"; good news gives way to a submit that was stopped. */
export function InsertOutcome(props: { outcome: Inserted; now: Date; isStopped: boolean }) {
  const { outcome, now, isStopped } = props;
  const { weight, text } = tellingOfInsert(outcome, now, useWords());
  return isStopped && weight === 'success' ? null : <Note weight={weight}>{text}</Note>;
}
