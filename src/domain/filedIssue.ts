import { readRecord } from './record.ts';
import type { Ticket } from './ticket.ts';

/** The issue that an incident's ticket names; only the id survives a move to another project. */
export interface FiledIssue {
  readonly id?: string | undefined;
  readonly key: string;
}

/** `undefined` when none is filed, or nobody can tell because the record can't be read. */
export function filedIssue({ fields }: Ticket): FiledIssue | undefined {
  const read = readRecord(fields.allclear_record);
  if (read.state === 'unreadable') return undefined;
  const filed = read.state === 'read' ? read.record.jira : undefined;
  if (filed) return filed;
  const key = fields.allclear_jira?.trim();
  return key ? { key } : undefined;
}
