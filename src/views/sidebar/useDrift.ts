import { useEffect, useRef } from 'react';
import type { Mended } from '../../actions/bringInLine.ts';
import type { ChannelLook, ChannelsRead } from '../../actions/readChannels.ts';
import { type Difference, differencesOf, differencesUnasked, isMendable } from '../../domain/drift.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import type { Ports } from '../../ports.ts';
import { useTask } from '../useTask.ts';

/** What a channel said, if it did, and how it differs from what customers were told. */
export type Compared = ChannelLook & { readonly differences: readonly Difference[] };

/** Asks every channel while somebody wants to know, and brings in line those that differ. */
export function useDrift(ports: Ports, incident: Incident, isOpen: boolean, refresh: () => Promise<void>) {
  const { broadcasting, clock, settings } = ports;
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const last = useRef<ChannelsRead>();
  const reading = useTask(async () => {
    const [services, { readChannels }] = await Promise.all([
      broadcasting(),
      import('../../actions/readChannels.ts'),
    ]);
    last.current = await readChannels(services, incident.id);
  });
  const mending = useTask(async (differing: readonly Compared[]): Promise<Mended> => {
    const [services, { bringInLine }] = await Promise.all([
      broadcasting(),
      import('../../actions/bringInLine.ts'),
    ]);
    const n = last.current ? newestUpdate(last.current.incident) : newestUpdate(incident);
    const mended = await bringInLine(services, incident.id, n, differing, () => isGone.current);
    await refresh();
    await reading.run();
    return mended;
  });
  const n = newestUpdate(incident);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it is opened, and at every update while it is
  useEffect(() => {
    if (isOpen) void reading.run();
  }, [isOpen, reading.run, incident.id, n]);

  const read = last.current;
  const compare = (look: ChannelLook, of: Incident): Compared => ({
    ...look,
    differences:
      'says' in look
        ? differencesOf(of, look.says, clock.now(), settings.fixedResolutions)
        : differencesUnasked(of, look.channel, clock.now()),
  });
  const looks = read?.looks.map((look) => compare(look, read.incident)) ?? [];
  const differing = looks.filter(({ differences }) =>
    differences.some((each) => isMendable(each, read?.incident)),
  );
  return {
    incident: read?.incident ?? incident,
    looks,
    differing,
    isReading: reading.task.state === 'running',
    isMending: mending.task.state === 'running',
    error:
      reading.task.state === 'failed'
        ? reading.task.error
        : mending.task.state === 'failed'
          ? mending.task.error
          : undefined,
    mended: mending.task.state === 'done' ? mending.task.value : undefined,
    read: () => void reading.run(),
    mend: () => void mending.run(differing),
  };
}
