import type { ShownStatus, StatusAction } from '../statusShown.ts';
import type { PlaceApi } from './placeApi.ts';

const HOST = 'api.statuspage.io';

/** The status page as the public reads it, with how many were written to. */
export const statusPage: PlaceApi = {
  read({ statuspage: page, down }): ShownStatus {
    const { name, subscribers, components, incidents } = page;
    return {
      name,
      subscribers,
      isDown: down.has(HOST),
      components: [...components.values()],
      incidents: [...incidents.values()]
        .toReversed()
        .map(({ id, name: title, state, impact, ...incident }) => ({
          id,
          name: title,
          state,
          impact,
          components: [...incident.componentIds].flatMap((each) => components.get(each)?.name ?? []),
          updates: incident.updates.toReversed(),
        })),
    };
  },
  act(world, _, wanted) {
    if ((wanted as StatusAction).do === 'take down') world.takeDown(HOST);
    else world.bringBack(HOST);
    world.changes.emit({ kind: 'statuspage', incidentId: '' });
  },
};
