import { type Bench, round } from './bench.ts';
import { plainMiniSearch, tunedMiniSearch } from './matching/baselines.ts';
import { measureGroups } from './matching/measureGroups.ts';
import { measureRanking, measureWrongPointing, ours } from './matching/measureRanking.ts';
import { type LabelledSet, readSet } from './matching/readSet.ts';
import { timeWorker } from './matching/timeWorker.ts';

/** Whether a ticket is pointed at its incident, and an incident is seen before it is declared, on tickets that nothing was tuned on. */
export const matching: Bench = {
  goals: {
    tickets: { min: 200 },
    top1ByPlain: { min: 1 },
    top3ByPlain: { min: 1 },
    groupPrecision: { min: 0.9 },
    incidentsMissed: { max: 0 },
    ms1000: { max: 50 },
    mainThreadTasksOver50ms: { max: 0 },
  },

  async measure(tell) {
    const [tuning, unseen] = [readSet('tuning'), readSet('unseen')];
    tell(`tuning part: ${JSON.stringify(figuresOf(tuning))}`);
    return {
      tickets: tuning.tickets.length + unseen.tickets.length,
      ticketsUnseen: unseen.tickets.length,
      ...figuresOf(unseen),
      ...(await timeWorker([...tuning.tickets, ...unseen.tickets])),
    };
  },
};

function figuresOf(set: LabelledSet) {
  const { asked, top1, top3 } = measureRanking(set, ours);
  const plain = measureRanking(set, plainMiniSearch);
  const before = measureRanking(set, tunedMiniSearch);
  const { incidentsThere, incidentsFound, ...groups } = measureGroups(set);
  return {
    ranked: asked,
    top1,
    top3,
    top1Plain: plain.top1,
    top3Plain: plain.top3,
    top1Before: before.top1,
    top3Before: before.top3,
    top1ByPlain: round(top1 / plain.top1, 2),
    top3ByPlain: round(top3 / plain.top3, 2),
    top1WithoutReports: measureRanking(set, ours, false).top1,
    top1PlainWithoutReports: measureRanking(set, plainMiniSearch, false).top1,
    pointedWrongly: measureWrongPointing(set),
    ...groups,
    incidentsMissed: incidentsThere - incidentsFound,
  };
}
