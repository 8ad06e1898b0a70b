import { expect, test } from 'vitest';
import { rankForTicket } from '../../src/actions/rankForTicket.ts';
import { addCustomer, addIncident, addReport } from '../workspace/world/seed/build.ts';
import { openOutage, type Wanted } from './openOutage.ts';

async function open(wanted: Wanted = {}) {
  const opened = await openOutage(wanted);
  const { ports, app, run, world, time } = opened;
  const receipts = addIncident(world, opened, {
    subject: 'Receipts arrive late',
    symptoms: 'Receipts by e-mail take some hours.',
  });
  return {
    ...opened,
    receipts,
    rank: async () => {
      await time.advance(1_000);
      await run(app.firstLook);
      const { seeTicket } = await import('../../src/actions/seeTicket.ts');
      const { ticket, active } = await run(seeTicket(ports, opened.ticketId));
      return run(rankForTicket(ports, ticket, active));
    },
  };
}

test('the incident that the customer describes comes first, with the words both share', async () => {
  const { rank, incident, receipts } = await open();
  const [best, other] = await rank();
  expect(best).toMatchObject({ incident: { id: incident.id }, isLikely: true });
  expect(best?.words).toEqual(expect.arrayContaining(['error', '502']));
  expect(other).toMatchObject({ incident: { id: receipts.id }, isLikely: false });
});

test('another complaint points at another incident', async () => {
  const { rank, receipts } = await open({
    loose: { subject: 'My receipts', text: 'No receipts by e-mail for hours.' },
  });
  expect((await rank())[0]).toMatchObject({ incident: { id: receipts.id }, isLikely: true });
});

test('what others wrote in their language helps to recognise the next one', async () => {
  const opened = await open({
    loose: { subject: 'No puedo donar', text: 'El formulario de donaciones no funciona.' },
  });
  const { world, receipts, incident, rank } = opened;
  const report = addReport(world, opened, incident, addCustomer(world, 1));
  world.ticket(report.id).values = {
    ...report.values,
    subject: 'No puedo donar, el formulario no funciona',
  };
  const [best] = await rank();
  expect(best).toMatchObject({ incident: { id: incident.id }, isLikely: true });
  expect(best?.incident.id).not.toBe(receipts.id);
});

test('a complaint about something else points at nothing', async () => {
  const { rank } = await open({ loose: { subject: 'Invoice', text: 'Wrong VAT number, kindly correct.' } });
  expect((await rank()).map(({ isLikely }) => isLikely)).toEqual([false, false]);
});

test('reports that can’t be read leave the incident’s own words to do', async () => {
  const { rank, world, incident } = await open();
  world.faults.script(
    { url: '/incidents' },
    { kind: 'server-error', status: 503, applied: false },
    Number.POSITIVE_INFINITY,
  );
  expect((await rank())[0]).toMatchObject({ incident: { id: incident.id }, isLikely: true });
});
