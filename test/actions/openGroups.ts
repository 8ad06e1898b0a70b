import { createSpotter } from '../../src/actions/spotGroups.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { addCustomer } from '../workspace/world/seed/build.ts';
import type { WorldSettings } from '../workspace/world/settings.ts';
import type { NewTicket } from '../workspace/world/story.ts';
import { openDeclare } from './openDeclare.ts';

const MINUTE = 60_000;

// Three customers about the same in words of their own, and what they write on any other day.
export const SAME: readonly (readonly [subject: string, text: string])[] = [
  ['No code by SMS', 'I wait for the text message with the code and cannot sign in.'],
  ['Código no llega', 'No me llega el SMS con el código para iniciar sesión.'],
  ['Keine SMS', 'Zum Anmelden brauche ich den Code per SMS, es kommt keine SMS an.'],
  ['sign in code', 'the verification code by sms does not arrive, we can not sign in'],
];
const OTHERS: readonly (readonly [subject: string, text: string])[] = [
  ['Invoice', 'Please send me the invoice of October again.'],
  ['Passwort vergessen', 'Wie kann ich mein Passwort zurücksetzen?'],
  ['Change of plan', 'How can we go from Team to Basic?'],
  ['Training', 'Do you offer training for eleven people?'],
];

/** A day of tickets in an account where nothing is declared: what came long ago, and what came in the last half hour. */
export function openGroups({
  same = SAME.length,
  settings = {},
}: {
  same?: number;
  settings?: Partial<WorldSettings>;
} = {}) {
  const opened = openDeclare({ tickets: 0, settings });
  const { world, time } = opened;
  let customers = 500;
  const write = (subject: string, text: string, minutesAgo: number, different: Partial<NewTicket> = {}) => {
    customers += 1;
    return world.addTicket({
      subject,
      text,
      requesterId: addCustomer(world, customers).id,
      at: time.now() - minutesAgo * MINUTE,
      ...different,
    });
  };
  for (let hours = 3; hours < 23; hours += 1) {
    const [subject, text] = OTHERS[hours % OTHERS.length]!;
    write(subject, text, hours * 60);
  }
  const asked: string[] = [];
  world.faults.script(
    ({ url }) => {
      asked.push(url);
      return false;
    },
    { kind: 'slow', ms: 0 },
  );
  const reports = SAME.slice(0, same).map(([subject, text], index) => write(subject, text, 30 - index * 8));
  const at = (who: 'mara' | 'tom' | 'ines') => {
    const ports = opened.at(who);
    const spot = createSpotter(ports);
    return { ports, look: (running: readonly Incident[] = []) => opened.run(spot(running)) };
  };
  return { ...opened, write, asked, reports, at, ...at('mara') };
}

export const idsOf = ({ tickets }: { readonly tickets: readonly { readonly id: number }[] }) =>
  tickets.map(({ id }) => id);
