import type { World } from '../world.ts';

/** Macros such as every team has; none of them speaks for Allclear. */
export function seedMacros(world: World) {
  for (const [title, text, status] of MACROS)
    world.addMacro({
      title,
      actions: [
        { field: 'comment_value_html', value: `<p>${text}</p>` },
        { field: 'comment_mode_is_public', value: 'true' },
        ...(status ? [{ field: 'status', value: status }] : []),
      ],
    });
}

const MACROS: readonly (readonly [string, string, string?])[] = [
  [
    'Receipts::Send again',
    'Hi {{ticket.requester.first_name}}, your receipt is on its way to {{ticket.requester.email}} once more.',
    'solved',
  ],
  [
    'Refunds::Ask for the gift number',
    'Hi {{ticket.requester.first_name}}, could you send us the gift number? It begins with HG and stands at the top of the receipt.',
    'pending',
  ],
  [
    'Gift Aid::Add to a past gift',
    'Hello {{ticket.requester.first_name}}, Gift Aid can be added for four years. Just reply “yes” and we do the rest.',
    'pending',
  ],
  ['Close::Thank you', 'Thank you for giving with {{ticket.brand.name}}. We wish you a good day.', 'solved'],
];
