import type { VirtualClock } from '../workspace/world/clock.ts';
import { addCustomer } from '../workspace/world/seed/build.ts';
import type { NewTicket } from '../workspace/world/story.ts';
import type { World } from '../workspace/world/world.ts';

const MINUTE = 60_000;

/** Customers about the same in words of their own. */
export const SAME: readonly (readonly [subject: string, text: string])[] = [
  ['No code by SMS', 'I wait for the text message with the code and cannot sign in.'],
  ['Código no llega', 'No me llega el SMS con el código para iniciar sesión.'],
  ['Keine SMS', 'Zum Anmelden brauche ich den Code per SMS, es kommt keine SMS an.'],
  ['sign in code', 'the verification code by sms does not arrive, we can not sign in'],
];
// What they write on any other day.
const OTHERS: readonly (readonly [subject: string, text: string])[] = [
  ['Invoice', 'Please send me the invoice of October again.'],
  ['Passwort vergessen', 'Wie kann ich mein Passwort zurücksetzen?'],
  ['Change of plan', 'How can we go from Team to Basic?'],
  ['Training', 'Do you offer training for eleven people?'],
];

/** A day of tickets: one an hour about what comes every day, and in the last half hour `same` of them about the same. */
export function addDayOfTickets(world: World, time: VirtualClock, same = SAME.length) {
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
  return { write, reports, asked };
}
