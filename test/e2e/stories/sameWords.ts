import { SAME } from '../../actions/dayOfTickets.ts';
import { addCustomer } from '../../workspace/world/seed/build.ts';
import type { World } from '../../workspace/world/world.ts';

type Words = readonly (readonly [subject: string, text: string])[];

/** Seven people who cannot sign in, in words of their own. */
export const NO_SMS: Words = [
  ...SAME,
  ['Codice non arriva', 'Il codice SMS per accedere non arriva.'],
  ['login blocked', 'Sms code never comes, so nobody of us can log in.'],
  ['Pas de SMS', 'Je ne reçois pas le code par SMS pour me connecter.'],
];

/** Three who get empty files. */
export const EMPTY_FILES: Words = [
  ['Export is empty', 'The CSV export of our donors comes out empty.'],
  ['CSV export', 'When I export donors to CSV the file is empty, no rows.'],
  ['Exportación vacía', 'La exportación CSV de donantes está vacía.'],
];

/** Each writes a few minutes after the one before, the last of them two minutes ago. */
export function writeIn(world: World, words: Words): number[] {
  return words.map(([subject, text], index) => {
    const { id } = addCustomer(world, 700 + world.tickets.size);
    const at = world.clock.now() - (2 + 3 * (words.length - 1 - index)) * 60_000;
    return world.addTicket({ subject, text, requesterId: id, at }).id;
  });
}
