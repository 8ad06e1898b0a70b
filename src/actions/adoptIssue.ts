import type { IssueMark } from '../domain/issue.ts';
import type { Filed, Filing } from './filing.ts';
import { noteIssue } from './noteIssue.ts';

/** Takes over an issue that Engineering has filed, unless it belongs to another incident. */
export async function adoptIssue(filing: Filing, key: string): Promise<Filed> {
  const { issues, mark } = filing;
  const wanted = await issues.read(key);
  const other = await issues.markOf(wanted.id);
  if (other && !isSame(other, mark)) return { do: 'taken', key: wanted.key, by: other };
  if (!other) await issues.mark(wanted.id, mark);
  // Of two who adopt it at once, the one who marked it last has it.
  const now = other ?? (await issues.markOf(wanted.id));
  if (now && !isSame(now, mark)) return { do: 'taken', key: wanted.key, by: now };
  return noteIssue(filing, wanted, 'adopted');
}

function isSame(a: IssueMark, b: IssueMark): boolean {
  return a.account === b.account && a.incident === b.incident;
}
