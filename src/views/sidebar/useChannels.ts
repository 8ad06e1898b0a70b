import { useCallback, useEffect } from 'react';
import { channelState } from '../../domain/channels.ts';
import { reaches } from '../../domain/drillReach.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { RESTORE } from '../../domain/running.ts';
import { summaryOf } from '../../domain/telling.ts';
import type { Ports } from '../../ports.ts';
import { CHANNELS, type ChannelName } from '../channelWords.ts';
import { useTask } from '../useTask.ts';
import { wasToldHere } from './toldHere.ts';

// Whoever has told everyone goes on with the channels at once. Only when that tab is gone somebody else does, and not all
// together.
const SOONEST_MS = 30_000;
const SPREAD_MS = 60_000;

/** The channels that are set up, and what this tab does where one of them does not have the newest update. */
export function useChannels(
  ports: Ports,
  incident: Incident,
  mayTell: boolean,
  refresh: () => Promise<void>,
) {
  const { clock, broadcasting, settings } = ports;
  const names = CHANNELS.filter((name) => isSetUp(settings, name) && reaches(incident, name));
  const n = newestUpdate(incident);
  const { task, run } = useTask(async (byHand: boolean) => {
    const [services, { tellChannels }] = await Promise.all([
      broadcasting(),
      import('../../actions/tellChannels.ts'),
    ]);
    await tellChannels(services, incident.id, n, byHand);
    await refresh();
  });

  // What has failed, or what nobody knows of, is for a person to try again.
  const due = incident.isOver ? [...names, RESTORE] : names;
  const isMissed = due.some((name) => channelState(incident, name, clock.now()) === 'missing');
  const isWanted = mayTell && isMissed && n > 0 && summaryOf(incident) !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    let isDropped = false;
    const wait = wasToldHere(incident.id, n) ? 0 : SOONEST_MS + Math.random() * SPREAD_MS;
    void clock.pause(wait).then(() => {
      if (!isDropped && !document.hidden) void run(false);
    });
    return () => {
      isDropped = true;
    };
  }, [isWanted, clock, run, incident.id, n]);

  return {
    names,
    isRunning: task.state === 'running',
    error: task.state === 'failed' ? task.error : undefined,
    tell: useCallback(() => void run(true), [run]),
  };
}

export function isSetUp(settings: Ports['settings'], name: ChannelName): boolean {
  const { chat, guide, statusPage } = settings;
  return { pendo: guide?.by === 'guide', slack: chat !== undefined, statuspage: statusPage !== undefined }[
    name
  ];
}
