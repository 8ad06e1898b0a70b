import type { Fault } from '../workspace/world/faults.ts';
import { change, write } from './stories/lead.ts';
import { expect, type Story, test } from './stories/story.ts';

const says = (status: number, body: unknown): Fault => ({ kind: 'answer', status, body });

/** What is said after a write; after a question, which changes nothing, it may be surer. */
type Said = string | RegExp;
const REFUSED: readonly (readonly [name: string, fault: Fault, text: Said, afterQuestion?: Said])[] = [
  ['signed out', says(401, { error: "Couldn't authenticate you" }), /Zendesk signed you out/],
  [
    'no permission',
    says(403, { error: 'Forbidden' }),
    /Zendesk does not let you do this\. Nothing was changed/,
  ],
  [
    'gone',
    says(404, { error: 'RecordNotFound', description: 'Not found' }),
    /The ticket is gone, or you may not see it\. Nothing/,
  ],
  [
    'a conflict that stays',
    says(409, { error: 'UpdateConflict', description: 'Safe Update prevented the update' }),
    /Somebody else keeps changing this ticket\. Nothing was changed/,
  ],
  [
    'a refusal with a reason',
    says(422, {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { base: [{ description: 'Priority: is needed' }] },
    }),
    'Zendesk refused: Priority: is needed. Nothing was changed.',
  ],
  [
    'too many requests',
    { kind: 'too-many', retryAfter: 120 },
    /asks to wait 2 min\. Nothing was changed\. Try again after/,
  ],
  [
    'a server error',
    { kind: 'server-error', status: 503, applied: false },
    /Zendesk has trouble\. Whether it was done is not known/,
    'Nothing was changed: Zendesk has trouble. Try again in a moment.',
  ],
  [
    'no answer at all',
    { kind: 'lost', applied: false },
    /No answer from Zendesk.*Whether it was done is not known/,
    /Nothing was changed: no answer from Zendesk; check your connection\. Try again/,
  ],
];

for (const [name, fault, text, afterQuestion = text] of REFUSED) {
  test(`attaching meets ${name}: it says so, and nothing is written`, async ({ story }) => {
    const { world, seed, sitDown } = story;
    const audits = world.ticket(seed.lucia).audits.length;
    const desk = await sitDown(seed.lucia);
    await expect(desk.at('attach')).toBeEnabled();
    world.faults.script({ method: 'PUT' }, fault, Number.POSITIVE_INFINITY);
    await desk.at('attach').click();
    await expect(desk.at('note-danger')).toHaveText(text);
    expect(world.ticket(seed.lucia).audits).toHaveLength(audits);
    world.faults.clear();
    await desk.at('attach').click();
    await expect(desk.at('incident-status')).toBeVisible();
    expect(world.ticket(seed.lucia).problemId).toBe(seed.incidentA);
  });

  test(`inserting meets ${name}: it says so, and the composer stays as it was`, async ({ story }) => {
    const { world, seed, sitDown } = story;
    const [id = 0] = seed.behind;
    const desk = await sitDown(id);
    await desk.type('My own words.');
    await expect(desk.at('coverage')).toBeVisible();
    world.faults.script({ method: 'GET', url: new RegExp(`/tickets/${id}\\.json`) }, fault, 9);
    await desk.at('insert').click();
    await expect(desk.at('note-danger')).toHaveText(afterQuestion);
    await expect(desk.composer).toHaveText('My own words.');
    await expect(desk.field('field-allclear_told')).toHaveValue(`${seed.incidentA}/2`);
    world.faults.clear();
    await desk.at('insert').click();
    await expect(desk.composer).toContainText('Cards are not charged.');
    await expect(desk.at('note-danger')).toHaveCount(0);
  });
}

for (const [name, fault, text] of [
  ['signed out', says(401, {}), /Zendesk signed you out; reload the page/],
  ['no permission', says(403, {}), /Zendesk does not let you see it/],
  ['a server error', { kind: 'server-error', status: 500, applied: false }, /Zendesk has trouble/],
  ['no answer at all', { kind: 'lost', applied: false }, /no answer from Zendesk; check your connection/],
  ['too many requests', { kind: 'too-many', retryAfter: 60 }, /too many requests; wait 1 min/],
  ['an answer of another shape', says(200, { tickets: 'none' }), /not as documented/],
] as const) {
  test(`the first look meets ${name}: it says so, and Try again works`, async ({ story }) => {
    const { world, seed, sitDown } = story;
    // What Zendesk would never answer is no traffic of Zendesk's.
    if (name === 'an answer of another shape') delete world.traffic;
    world.faults.script({ url: /problems/ }, fault, Number.POSITIVE_INFINITY);
    const desk = await sitDown(seed.behind[0] ?? 0);
    await expect(desk.at('note-danger')).toContainText('Can’t read this ticket’s incident');
    await expect(desk.at('note-danger')).toContainText(text);
    world.faults.clear();
    await desk.button('Try again').click();
    await expect(desk.at('incident-status')).toBeVisible();
    await expect(desk.at('note-danger')).toHaveCount(0);
  });
}

test('an answer that was lost after it was applied: attached once, without a word of failure', async ({
  story,
}) => {
  const { world, seed, sitDown } = story;
  const desk = await sitDown(seed.lucia);
  await expect(desk.at('attach')).toBeEnabled();
  const before = world.ticket(seed.lucia).audits.length;
  world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
  await desk.at('attach').click();
  await expect(desk.at('note-success')).toContainText('Attached to Donation form');
  expect(world.ticket(seed.lucia).audits).toHaveLength(before + 1);
});

test('a record that cannot be read: said so, shown from the fields, and never overwritten', async ({
  story,
}) => {
  const { world, seed, sitDown } = story;
  const text = '{"v":1,"update":{"n":"three"}}';
  write(world, seed.incidentA, { allclear_record: text });
  const desk = await sitDown(seed.behind[0] ?? 0);
  await expect(desk.at('note-danger')).toContainText('The incident’s record can’t be read');
  await desk.at('insert').click();
  await expect(desk.at('note-warning')).toContainText('nobody can tell which update is the newest');
  await expect(desk.composer).toHaveText('');
  expect(world.valueOf(seed.incidentA, 'allclear_record')).toBe(text);
});

test.describe('served by zcli, which makes no fields', () => {
  test.use({ account: { requirements: false } });

  test('the fields are found by their titles', async ({ story: { world, seed, sitDown } }) => {
    const desk = await sitDown(seed.behind[0] ?? 0);
    await desk.at('insert').click();
    await expect(desk.at('note-success')).toContainText('The reply for update 3');
    await desk.submit();
    await expect(desk.at('last-told')).toContainText('Last told update 3');
    expect(world.valueOf(seed.behind[0] ?? 0, 'allclear_told')).toBe(`${seed.incidentA}/3`);
  });

  test('fields that are missing are named', async ({ story: { world, seed, sitDown } }) => {
    world.ticketFields.delete(world.fieldId('allclear_told'));
    const desk = await sitDown(seed.behind[0] ?? 0);
    await expect(desk.at('note-danger')).toContainText(
      'These ticket fields are missing: Allclear told. Nothing can be shown until an admin reinstalls Allclear',
    );
    await expect(desk.button('Try again')).toBeVisible();
  });
});

test('a closed ticket can’t be attached, and nobody is offered it', async ({ story }) => {
  const { world, seed, sitDown } = story;
  change(world, seed.lucia, { assigneeId: seed.tom.id, status: 'solved' });
  world.closeTicket(seed.lucia);
  await refuses(story, seed.lucia, 'This ticket is closed: Zendesk lets nobody change it.');
  const report = await sitDown(seed.closed);
  await expect(report.app.getByText('This ticket is closed, so nobody can answer in it.')).toBeVisible();
  await expect(report.at('insert')).toHaveCount(0);
  await expect(report.at('detach')).toHaveCount(0);
});

test('a ticket that was merged away can’t be attached', async ({ story }) => {
  const { world, seed } = story;
  world.mergeTicket(seed.lucia, seed.unattached[1] ?? 0);
  await refuses(story, seed.lucia, 'This ticket was merged into another one. Attach that one instead.');
});

test('a problem ticket can’t be attached', async ({ story }) => {
  await refuses(story, story.seed.ordinaryProblem, 'This is a problem ticket.');
});

test('a light agent is refused with the reason, in her language, and nothing changes', async ({ story }) => {
  const { world, seed, sitDown } = story;
  const desk = await sitDown(seed.lucia, 'ines');
  const audits = world.ticket(seed.lucia).audits.length;
  await desk.at('attach').click();
  await expect(desk.at('note-warning')).toHaveText(
    'Su rol no permite cambiar tickets. No se ha cambiado nada: pida a un agente que lo vincule.',
  );
  expect(world.ticket(seed.lucia).problemId).toBeNull();
  expect(world.ticket(seed.lucia).audits).toHaveLength(audits);

  const report = await sitDown(seed.behind[0] ?? 0, 'ines');
  await report.at('insert').click();
  await expect(report.at('note-warning')).toHaveText(
    'Su rol solo permite escribir notas internas. No se ha insertado nada: pídaselo a un agente que pueda responder a los clientes.',
  );
  await expect(report.composer).toHaveText('');
  await expect(report.mode).toHaveValue('internalNote');
});

async function refuses({ world, sitDown }: Story, id: number, text: string): Promise<void> {
  const audits = world.ticket(id).audits.length;
  const desk = await sitDown(id);
  await expect(desk.at('note-warning')).toContainText(text);
  await expect(desk.at('attach')).toHaveCount(0);
  await expect(desk.button(/^Attach/)).toHaveCount(0);
  expect(world.ticket(id).audits).toHaveLength(audits);
}
