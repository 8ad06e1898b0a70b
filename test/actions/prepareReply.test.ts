import { describe, expect, test } from 'vitest';
import { prepareReply } from '../../src/actions/prepareReply.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { HOSTILE } from '../domain/hostile.ts';
import { armedBraces, strayMarkup } from '../domain/strayMarkup.ts';
import { addAllclearMacro } from '../workspace/world/seed/build.ts';
import { openReport } from './openReport.ts';

async function open(wanted: Parameters<typeof openReport>[0] = {}) {
  const opened = await openReport(wanted);
  const { ports, run, incident, ticketId } = opened;
  return {
    ...opened,
    async prepare() {
      const [problem, ticket] = await run(
        Promise.all([ports.tickets.readOne(incident.id), ports.tickets.readOne(ticketId)]),
      );
      return run(prepareReply(ports, toIncident(problem), ticket));
    },
  };
}

describe('in whose language', () => {
  test('a customer who reads English gets English, with their time', async () => {
    const { prepare } = await open({ report: 0 });
    const { language, missing, customer, reply } = await prepare();
    expect({ language, missing, customer }).toEqual({
      language: 'en',
      missing: undefined,
      customer: 'Customer 1',
    });
    expect(reply.html).toContain('Hello Customer,');
    expect(reply.html).toContain('6:38');
    expect(reply.html).toContain('New York');
    expect(reply.html).toContain('Harbor Gifts');
  });

  test('a customer who reads Spanish gets Spanish, with Madrid’s time', async () => {
    const { prepare } = await open({ report: 1 });
    const { language, reply } = await prepare();
    expect(language).toBe('es');
    expect(reply.html).toContain('12:38');
    expect(reply.html).not.toContain('Next update');
  });

  test('a customer whose language has no texts gets the account’s, and that is said', async () => {
    const { prepare } = await open({ report: 2 });
    expect(await prepare()).toMatchObject({ language: 'en', missing: 'fr' });
    const spanish = await open({ report: 2, settings: { reply_language: 'es' } });
    expect(await spanish.prepare()).toMatchObject({ language: 'es', missing: 'fr' });
  });
});

describe('an admin’s macro', () => {
  test('replaces the text of its stage', async () => {
    const { prepare, world } = await open();
    addAllclearMacro(world, 'Identified', '<p>Hi {{ticket.requester.first_name}}: {{incident.symptoms}}</p>');
    addAllclearMacro(world, 'Resolved', '<p>Done.</p>');
    const { reply, macro } = await prepare();
    expect(macro).toEqual({ title: 'Allclear::Identified' });
    expect(reply.html).toContain('Hi Customer: Donors press Give');
  });

  test('of a language is for its readers, the plain one for all others', async () => {
    const both = async (report: number) => {
      const { prepare, world } = await open({ report });
      addAllclearMacro(world, 'Identified', '<p>Found it.</p>');
      addAllclearMacro(world, 'Identified::es', '<p>Lo encontramos.</p>');
      return (await prepare()).reply.html;
    };
    expect(await both(0)).toContain('Found it.');
    expect(await both(1)).toContain('Lo encontramos.');
  });

  const TIMES = '<p>{{ incident.stage }}: {{ incident.next_update }}</p>';

  test('for everybody is taken to be in the account’s language, and so are its values', async () => {
    const { prepare, world } = await open({ report: 1 });
    addAllclearMacro(world, 'Identified', TIMES);
    const { reply, language, missing } = await prepare();
    expect(reply.lines).toEqual(['identified: today at 12:38 PM (Madrid time)']);
    expect({ language, missing }).toEqual({ language: 'en', missing: 'es' });

    const spanish = await open({ report: 0, settings: { reply_language: 'es' } });
    addAllclearMacro(spanish.world, 'Identified', TIMES);
    const prepared = await spanish.prepare();
    expect(prepared.reply.lines).toEqual(['identificado: hoy, 6:38 (hora de New York)']);
    expect(prepared).toMatchObject({ language: 'es', missing: 'en-US' });
  });

  test('in the customer’s language has nothing to remark', async () => {
    const { prepare, world } = await open({ report: 1 });
    addAllclearMacro(world, 'Identified::es', TIMES);
    const { reply, language, missing } = await prepare();
    expect(reply.lines).toEqual(['identificado: hoy, 12:38 (hora de Madrid)']);
    expect({ language, missing }).toEqual({ language: 'es', missing: undefined });
  });

  test('that is broken gives way to a text in the customer’s own language', async () => {
    const { prepare, world } = await open({ report: 1 });
    addAllclearMacro(world, 'Identified', '<p>{% if %}</p>');
    expect(await prepare()).toMatchObject({ language: 'es', missing: undefined });
  });

  test.each([
    ['that is not Liquid', '<p>{% if %}</p>'],
    ['that loops for ever', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['that comes out empty', '{% if false %}x{% endif %}'],
    ['that comes out longer than Zendesk keeps', 'x'.repeat(70_000)],
  ])('%s falls back to the built-in text and says why', async (_, text) => {
    const { prepare, world } = await open();
    addAllclearMacro(world, 'Identified', text);
    const { reply, macro } = await prepare();
    expect(reply.html).toContain('Issue Identified');
    expect(macro).toEqual({ title: 'Allclear::Identified', trouble: expect.stringMatching(/\S{2}/) });
  });

  test('that can’t be looked up is done without, and that is said', async () => {
    const { prepare, world } = await open();
    world.faults.script({ url: '/macros' }, { kind: 'server-error', status: 503, applied: false });
    const { reply, macro, macrosTrouble } = await prepare();
    expect(reply.html).toContain('Issue Identified');
    expect(macro).toBeUndefined();
    expect(macrosTrouble).toContain('down');
  });

  test('that is mended works within minutes', async () => {
    const { prepare, world, time } = await open();
    const macro = addAllclearMacro(world, 'Identified', '<p>{% if %}</p>');
    expect((await prepare()).macro).toHaveProperty('trouble');
    macro.actions = [{ field: 'comment_value_html', value: '<p>Mended.</p>' }];
    await time.advance(6 * 60_000);
    expect((await prepare()).reply.html).toContain('Mended.');
  });
});

test(`${HOSTILE.length} hostile texts as symptoms and customer name stay text, over the whole way`, async () => {
  const { prepare, postUpdate, session, run, ports, customers, time } = await open();
  const plain = strayMarkup((await prepare()).reply.html);
  for (const { name, text } of HOSTILE) {
    const symptoms = text.slice(0, 2_000);
    postUpdate(2, { symptoms });
    customers[0]!.name = text.slice(0, 200);
    session.take(await session.surroundings.reload());
    await time.advance(5_000); // within Zendesk's limits
    const { reply, customer } = await prepare();
    expect(customer, name).toBe(customers[0]!.name);
    expect(strayMarkup(reply.html), name).toEqual(plain);
    expect(armedBraces(reply.html), name).toEqual([]);
    session.composer.clear();
    await run(ports.form.insert(reply.html));
    expect(armedBraces(session.composer.text), name).toEqual([]);
  }
});
