export interface Mutation {
  /** Worlds to play, where it takes more than usual to notice. */
  worlds?: number;
  /** What has been broken. */
  name: string;
  file: string;
  find: string;
  replace: string;
}

/** The rules that telling everyone once rests on, each broken in one place. The simulation must notice every one. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'drop the stamp',
    file: 'src/adapters/zendesk/batches.ts',
    find: '...toUpdate(ticket, change, ids),\n    ...(status',
    replace:
      '...toUpdate(ticket, change, ids), safe_update: undefined, updated_stamp: undefined,\n    ...(status',
  },
  {
    name: 'tell one customer without the stamp',
    file: 'src/adapters/zendesk/batches.ts',
    find: 'const { id, ...ticket } = toRow(item, ids);',
    replace: 'const { id, safe_update, updated_stamp, ...ticket } = toRow(item, ids);',
  },
  {
    name: 'let a reply out that a broadcast was faster with',
    file: 'src/domain/draft.ts',
    find: 'heard === undefined ? undefined :',
    replace: 'heard !== -1 ? undefined :',
  },
  {
    name: 'drop the ledger check',
    file: 'src/domain/pass.ts',
    find: "if (told === newestUpdate(incident)) return 'told';",
    replace: '',
  },
  {
    name: 'drop the two-second rule',
    file: 'src/domain/deskTime.ts',
    find: 'return readAt.getTime() - Date.parse(updatedAt) >= SETTLED_MS;',
    replace: 'return readAt.getTime() >= 0 && updatedAt !== "";',
  },
  {
    name: 'go by the computer’s own clock',
    worlds: 3_000,
    file: 'src/domain/deskTime.ts',
    find: 'new Date(Math.max(0, at.getTime() + offset))',
    replace: 'at',
  },
  {
    name: 'believe a ledger that was edited',
    file: 'src/domain/pass.ts',
    find: "return isDoubtful(report, told, incident) ? 'check' : 'tell';",
    replace: "return 'tell';",
  },
  {
    name: 'mend by an old look at the incident',
    worlds: 3_000,
    file: 'src/actions/createPasses.ts',
    find: "if (pass.check.length > 0 && !(await mayGoOn('by looking'))) return;",
    replace: '',
  },
  {
    name: 'solve first',
    file: 'src/actions/claimUpdate.ts',
    find: 'ports.batches.write(problem, change)',
    replace:
      "ports.batches.write(problem, change.note.stage === 'resolved' ? { ...change, status: 'solved' } : change)",
  },
  {
    name: 'solve without looking again',
    file: 'src/actions/finishUpdate.ts',
    find: 'if (left.behind + left.hidden > 0)',
    replace: 'if (left.behind + left.hidden < 0)',
  },
  {
    name: 'claim over somebody else’s update',
    file: 'src/actions/claimUpdate.ts',
    find: "if (newestUpdate(incident) !== seen) return { do: 'overtaken', by: incident.update };",
    replace: '',
  },
  {
    name: 'say resolved with the gate shut',
    file: 'src/domain/draftGate.ts',
    find: "if (!letsResolve(gate)) return ['gate shut'];",
    replace: 'if (!letsResolve(gate)) return [];',
  },
  {
    name: 'say resolved on what Jira said a while ago',
    file: 'src/actions/checkGate.ts',
    find: "if (gate.kind !== 'jira') return { do: 'go on', gate };",
    replace: "return { do: 'go on', gate };",
  },
  {
    name: 'take a duplicate for fixed',
    file: 'src/domain/resolution.ts',
    find: "if (!names.includes(plain(resolution ?? '') || NO_RESOLUTION)) return false;",
    replace: '',
  },
  {
    name: 'point to a report that may not be told',
    file: 'src/domain/samePerson.ts',
    find: "return standingOf(first) === 'told' ? { get: 'pointer', first } : LATER;",
    replace: "return { get: 'pointer', first };",
  },
  {
    name: 'open what was solved',
    file: 'src/domain/reportStatus.ts',
    find: "return report.status === 'solved' ? undefined : running;",
    replace: 'return running;',
  },
  {
    name: 'leave solved what is not over',
    file: 'src/domain/reportStatus.ts',
    find: "if (isResting && isRelapse(incident, report)) return 'open';",
    replace: '',
  },
  {
    name: 'hang on a status that Zendesk refuses',
    file: 'src/domain/reportStatus.ts',
    find: 'if (without.has(id)) return undefined;',
    replace: '',
  },
  {
    name: 'take a lost job for done',
    file: 'src/domain/results.ts',
    find: 'if (!row) unsure.push(id);',
    replace: 'if (!row) told.push(id);',
  },
  {
    name: 'forget whom a conflict concerned',
    file: 'src/domain/results.ts',
    find: 'else if (isPassing(row)) again.push(id);',
    replace: 'else if (isPassing(row)) told.push(id);',
  },
  {
    name: 'restore over a person’s priority',
    file: 'src/domain/running.ts',
    find: 'raised !== undefined && raised.to === priority;',
    replace: 'raised !== undefined;',
  },
  {
    name: 'restore while it runs',
    file: 'src/actions/restoreReports.ts',
    find: 'if (!toIncident(problem).isOver) return false;',
    replace: '',
  },
  {
    name: 'restore no more than was told to be urgent',
    file: 'src/domain/running.ts',
    find: "priority: raised.from ?? 'normal'",
    replace: 'priority: raised.to',
  },
  {
    name: 'restore and never run again',
    file: 'src/domain/running.ts',
    find: "if (incident.stage === 'resolved' || report.tags.includes(RUNNING_TAG)) return {};",
    replace: 'if (incident.id > 0 || wish === undefined) return {};',
  },
];
