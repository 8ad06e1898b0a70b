import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellChannels } from '../../src/actions/tellChannels.ts';
import type { Receipt } from '../../src/domain/record.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import { openSettings } from '../workspace/appSettings.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const CHANNELS = openSettings('slack', 'statuspage');

/** An outage whose update 1 is posted and told to nobody, in an account with a Slack and a status page. */
export function openTelling({ app = {}, ...wanted }: Wanted = {}) {
  const opened = openBroadcast({ ...wanted, app: { ...CHANNELS, ...app } });
  const { world, incident, run, at, draft } = opened;
  const record = () => JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  return {
    ...opened,
    record,
    channel: world.slack.channel('support_tech'),
    /** What the channel and its threads hold: `#` in the channel, `>` in a thread, `>#` in both. */
    said: () =>
      world.slack
        .channel('support_tech')
        .messages.map(
          ({ threadTs, isBroadcast, lines }) => `${threadTs ? (isBroadcast ? '>#' : '>') : '#'} ${lines[0]}`,
        ),
    shown: () =>
      [...world.statuspage.incidents.values()].map(({ state, updates }) => [state, updates.length] as const),
    tell: (n = 1, byHand = false, who: 'mara' | 'tom' = 'mara') =>
      run(tellChannels(at(who), incident.id, n, byHand)),
    post: async (different: Partial<UpdateDraft> = {}) => {
      const seen = record().update.n;
      const when = new Date(opened.time.now()).toISOString();
      const gate = { kind: 'confirmed', by: 'Sam Osei', where: 'the incident call', when } as const;
      const claimed = await run(claimUpdate(at('mara'), incident.id, seen, draft({ gate, ...different })));
      if (claimed.do !== 'claimed') throw new Error(`not claimed: ${JSON.stringify(claimed)}`);
      return claimed.update.n;
    },
    receipt: (channel: string): Receipt | undefined =>
      record().receipts.find((each: Receipt) => each.channel === channel),
  };
}
