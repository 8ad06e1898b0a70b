import type { World } from '../world.ts';
import type { IssueValues, JiraIssue, JiraProject, Status, Transition } from './model.ts';

/** Keeps what has changed about an issue: its new values, its times, and what the index will show later. */
export function keepIssue(world: World, issue: JiraIssue, change: Partial<IssueValues> = {}): void {
  const now = world.clock.now();
  const before = issue.values;
  const values = { ...before, ...change };
  if (values.resolution !== before.resolution) values.resolvedAt = values.resolution === null ? null : now;
  if (values.status.category !== before.status.category) issue.categorySince = now;
  issue.values = values;
  issue.updatedAt = now;
  issue.indexed.push({ at: now, values });
  // Of what the index has seen, only the newest is of any use.
  const seen = issue.indexed.findLastIndex(({ at }) => at <= now - world.settings.jira.indexLag);
  if (seen > 0) issue.indexed.splice(0, seen);
  tell(world, issue.id);
}

export function tell(world: World, issueId: string): void {
  world.changes.emit({ kind: 'jira', issueId });
}

/** The transitions that lead out of an issue's status. */
export function transitionsOf({ values }: JiraIssue): Transition[] {
  const { project, status } = values;
  return project.transitions.filter(({ from, to }) =>
    from ? from.includes(status.name) : to !== status.name,
  );
}

export function takeTransition(
  world: World,
  issue: JiraIssue,
  { to, setsResolution }: Transition,
  change: Partial<IssueValues> = {},
): void {
  const resolution = setsResolution === undefined ? {} : { resolution: setsResolution };
  keepIssue(world, issue, { status: statusNamed(issue.values.project, to), ...resolution, ...change });
}

/** The key is new; type and status become those of the other project that come closest. */
export function moveIssue(world: World, issue: JiraIssue, project: JiraProject): void {
  const { type, status } = issue.values;
  const key = `${project.key}-${project.nextNumber++}`;
  world.jira.keys.set(key, issue.id);
  const nextType = project.types.find(({ name }) => name === type.name) ?? project.types[0];
  const nextStatus =
    project.statuses.find(({ category }) => category === status.category) ?? project.statuses[0];
  if (!nextType || !nextStatus) throw new Error(`${project.key} has no types or no statuses.`);
  keepIssue(world, issue, { key, project, type: nextType, status: nextStatus, components: [] });
}

export function removeIssue(world: World, issue: JiraIssue): void {
  world.jira.issues.delete(issue.id);
  tell(world, issue.id);
}

export function statusNamed(project: JiraProject, name: string): Status {
  const found = project.statuses.find((status) => status.name === name);
  if (!found) throw new Error(`${project.key} has no status "${name}".`);
  return found;
}
