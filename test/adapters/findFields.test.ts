import { describe, expect, test } from 'vitest';
import { findFields, REQUIREMENT_PATHS } from '../../src/adapters/zaf/fields.ts';
import { FIELD_KEYS } from '../../src/domain/fields.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openTicket, type Wanted } from './openTicket.ts';

const traffic = keepTraffic('adapters-fields');

function open(wanted: Wanted = {}) {
  const opened = openTicket({ traffic, ...wanted });
  const { client, clock, time, world } = opened;
  return {
    ...opened,
    /** As the app starts: it asks for the ticket and for all requirements in one breath. */
    find: async (setting = '') => {
      const basics = await client.get(['ticket.id', ...REQUIREMENT_PATHS]);
      return time.run(findFields(client, clock, basics, setting));
    },
    retitle(key: (typeof FIELD_KEYS)[number], change: { title?: string; active?: boolean }) {
      const id = world.fieldId(key);
      world.ticketFields.set(id, { ...world.ticketFields.get(id)!, ...change });
    },
  };
}

describe('the ticket fields of an account', () => {
  test('are known from the installation, without asking Zendesk', async () => {
    const { find, fieldIds, world } = open();
    world.takeDown('harborgifts.zendesk.com');
    expect(await find()).toEqual(fieldIds);
  });

  test('are found by title while the app is served by zcli', async () => {
    const { find, fieldIds } = open({ requirements: false });
    expect(await find()).toEqual(fieldIds);
  });

  test('are found by title whatever its case and blanks', async () => {
    const { find, fieldIds, retitle } = open({ requirements: false });
    retitle('allclear_told', { title: '  ALLCLEAR Told ' });
    expect(await find()).toEqual(fieldIds);
  });

  test('are taken from the setting where an admin has given them other titles', async () => {
    const { find, fieldIds, retitle } = open({ requirements: false });
    retitle('allclear_told', { title: 'Stand der Nachricht' });
    expect(await find(`allclear_told=${fieldIds.allclear_told}`)).toEqual(fieldIds);
  });

  test('all in the setting need no request', async () => {
    const { find, fieldIds, world } = open({ requirements: false });
    world.takeDown('harborgifts.zendesk.com');
    expect(await find(FIELD_KEYS.map((key) => `${key}=${fieldIds[key]}`).join(', '))).toEqual(fieldIds);
  });

  test('the installation outranks a setting that was forgotten', async () => {
    const { find, fieldIds } = open();
    expect(await find('allclear_told=1')).toEqual(fieldIds);
  });

  test('those that nobody has are named', async () => {
    const { find, retitle } = open({ requirements: false });
    retitle('allclear_told', { title: 'Something else' });
    retitle('allclear_record', { active: false });
    await expect(find()).rejects.toMatchObject({
      trouble: 'no fields',
      detail: 'Allclear told, Allclear record',
    });
  });

  test('a Zendesk that does not answer is named as the cause, not the fields', async () => {
    const { find, world } = open({ requirements: false });
    world.takeDown('harborgifts.zendesk.com');
    await expect(find()).rejects.toMatchObject({ trouble: 'unreachable' });
  });

  test('a list that is none is unreadable', async () => {
    const { find, world } = openTicketUnrecorded();
    world.faults.script({ url: 'ticket_fields' }, { kind: 'answer', status: 200, body: { fields: [] } });
    await expect(find()).rejects.toMatchObject({ trouble: 'unreadable' });
  });
});

const openTicketUnrecorded = () => {
  const opened = open({ requirements: false });
  delete opened.world.traffic;
  return opened;
};
