import { createGrouper } from '../domain/matching/groups.ts';
import type { GroupAnswer, GroupQuestion } from './groupFinder.ts';

// Runs in a worker of the app's own: see groupFinder.ts.
self.onmessage = ({ data }: MessageEvent<GroupQuestion>) => {
  const { id, heard, now } = data;
  const grouper = createGrouper(now);
  grouper.hear(heard);
  const answer: GroupAnswer = { id, groups: grouper.groups() };
  self.postMessage(answer);
};
