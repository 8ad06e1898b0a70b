import { loginTickets } from './loginOutage.ts';
import { modalOf } from './modal.ts';
import { expect, type Look, type Story } from './story.ts';

/** Every state of a modal that is worth a look; each leaves it open. */
export const MODAL_STATES: Readonly<Record<string, (story: Story, look: Look) => Promise<Opened>>> = {
  'declare-form': async (story, look) => {
    const opened = await openDeclare(story, look);
    await opened.modal.at('declare-send').click();
    await expect(opened.modal.app.getByText('Say what customers see.')).toBeVisible();
    return opened;
  },
  'declare-failed': async (story, look) => {
    const opened = await openDeclare(story, look);
    const { modal } = opened;
    await modal.at('declare-symptoms').fill('No login code arrives.');
    await modal.at('declare-steps').fill('Ask for a code.');
    story.world.takeDown('api.atlassian.com');
    await modal.at('declare-send').click();
    await expect(modal.at('declare-continue')).toBeVisible({ timeout: 30_000 });
    return opened;
  },
};

type Opened = Awaited<ReturnType<typeof openDeclare>>;

async function openDeclare({ world, sitDown }: Story, look: Look) {
  const desk = await sitDown(loginTickets(world)[0] ?? 0, 'mara', look);
  await desk.at('declare').click();
  const modal = modalOf(desk);
  await expect(modal.at('declare-impact')).toContainText('4 people wrote');
  return { desk, modal };
}
