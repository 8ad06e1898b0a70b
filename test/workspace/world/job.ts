export type JobState = 'queued' | 'working' | 'completed' | 'failed' | 'killed';

/** A row of a finished job: a ticket updated, or the reason why not. */
export type JobRow = { id: number; done: true } | { id: number; done: false; error: string; details: string };

export interface Job {
  id: string;
  type: string;
  agentId: number;
  queuedAt: number;
  state: JobState;
  total: number;
  progress: number;
  message: string | null;
  /** Told only when the job has ended. */
  rows: JobRow[];
}
