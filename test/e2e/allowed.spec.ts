import { expect, test } from './stories/story.ts';

test.describe('with a group named in the settings', () => {
  test.use({ account: { settings: { broadcast_group: 'billing' } } });

  test('its members may post, and others read whom to ask', async ({ story: { seed, sitDown } }) => {
    const tom = await sitDown(seed.incidentA, 'tom');
    await expect(tom.at('incident-status')).toContainText(
      'Only members of the group “Billing” may tell everyone. Ask one of them, or ask an admin to add you.',
    );
    await expect(tom.at('post-update')).toHaveCount(0);
    const mara = await sitDown(seed.incidentA, 'mara');
    await expect(mara.at('post-update')).toBeVisible();
    await expect(mara.at('incident-status')).not.toContainText('may tell everyone');
  });

  test('who may not tell everyone may still answer the customer in front of them', async ({
    story: { seed, world, sitDown },
  }) => {
    const [id = 0] = seed.behind;
    const tom = await sitDown(id, 'tom');
    await tom.at('insert').click();
    await expect(tom.composer).toContainText('Cards are not charged.');
    await tom.submit();
    await expect(tom.at('last-told')).toContainText('Last told update 3');
    expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
  });
});

test.describe('with a group that does not exist named in the settings', () => {
  test.use({ account: { settings: { broadcast_group: 'Incident leads' } } });

  test('nobody may post, and everybody reads what an admin has to correct', async ({
    story: { seed, sitDown },
  }) => {
    const mara = await sitDown(seed.incidentA, 'mara');
    await expect(mara.at('incident-status')).toContainText(
      'the setting “Group that may tell everyone” says “Incident leads”, and Zendesk has no group of that name or ID.',
    );
    await expect(mara.at('post-update')).toHaveCount(0);
  });
});

test('a role that may not edit tickets is named, to whoever has it', async ({
  story: { seed, world, sitDown },
}) => {
  delete world.traffic; // the check of the recorded traffic does not know of roles
  world.giveRole(400_002, { name: 'Tier 1', configuration: { ticket_editing: false } });
  const tom = await sitDown(seed.incidentA, 'tom');
  await expect(tom.at('incident-status')).toContainText('Your role “Tier 1” may not edit tickets');
  await expect(tom.at('post-update')).toHaveCount(0);
});
