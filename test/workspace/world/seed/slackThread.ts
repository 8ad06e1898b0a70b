import { readMessage } from '../../slack/readMessage.ts';
import type { World } from '../world.ts';
import type { IncidentSeed } from './incidentStory.ts';
import type { SeedUpdate } from './record.ts';

const CHANNEL = 'C041000002'; // #support_tech

/** Where the message of an incident is that was declared then. */
export function threadAt(at: number) {
  const ts = `${Math.floor(at / 1_000)}.000101`;
  const url = `https://harborgifts.slack.com/archives/${CHANNEL}/p${ts.replace('.', '')}`;
  return { channel: CHANNEL, ts, url };
}

/** What the app has said in Slack until now: the incident's one message, and its updates in the thread. */
export function seedThread(
  world: World,
  { subject, severity, updates, slack }: IncidentSeed,
  id: number,
): void {
  const newest = updates.at(-1);
  if (!slack || !newest) return;
  const href = `https://${world.settings.subdomain}.zendesk.com/agent/tickets/${id}`;
  say(world, slack.ts, undefined, newest.at, [
    section(bold(`${subject}\n`), bold(newest.stage), plain(` · severity ${severity}`)),
    quote(newest.symptoms),
    section({ type: 'link', url: href, text: `Incident #${id}` }),
  ]);
  for (const update of updates) {
    const ts = `${Math.floor(update.at / 1_000) + 2}.00020${update.n}`;
    say(world, ts, slack.ts, undefined, [
      section(bold(`Update ${update.n}: ${update.stage}`)),
      quote(update.symptoms),
      ...promiseOf(update),
    ]);
  }
}

function say(
  world: World,
  ts: string,
  threadTs: string | undefined,
  editedAt: number | undefined,
  elements: object[],
) {
  const content = readMessage({ blocks: [{ type: 'rich_text', elements }], parse: 'none' }, 'post');
  if ('error' in content) throw new Error(`The seed's message is no message: ${content.error}`);
  world.slack.channels.get(CHANNEL)?.messages.push({
    ts,
    by: 'bot',
    isBroadcast: false,
    ...content,
    unfurled: [],
    ...(threadTs ? { threadTs } : {}),
    ...(editedAt ? { editedAt } : {}),
  });
}

const promiseOf = ({ next }: SeedUpdate) =>
  next === undefined
    ? []
    : [section(plain(`Next update to customers: ${new Date(next).toISOString().slice(11, 16)} UTC`))];

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const quote = (text: string) => ({ type: 'rich_text_quote', elements: [plain(text)] });
const plain = (text: string) => ({ type: 'text', text });
const bold = (text: string) => ({ type: 'text', text, style: { bold: true } });
