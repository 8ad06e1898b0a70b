import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HOSTILE } from '../domain/hostile.ts';
import { addAllclearMacro } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const OUTAGE = { update: 2, told: 1, stage: 'identified' } as const;

async function preview(shown: Shown = {}) {
  const sidebar = await showSidebar({ outage: OUTAGE, ...shown });
  await sidebar.press(/^Preview/);
  await sidebar.until(() => screen.getByTestId('reply-preview'));
  return { ...sidebar, paper: screen.getByTestId('reply-preview') };
}

function say(world: World, incident: number, symptoms: string) {
  const record = JSON.parse(String(world.valueOf(incident, 'allclear_record')));
  const text = JSON.stringify({ ...record, update: { ...record.update, symptoms } });
  const { values } = world.ticket(incident);
  const fields = new Map(values.fields).set(world.fieldId('allclear_record'), text);
  world.ticket(incident).values = { ...values, fields };
}

// What a browser would run, load or send.
const DANGEROUS = 'script, iframe, object, embed, link, meta, base, form, style, img, video, [srcdoc]';

function expectHarmless(paper: HTMLElement, name: string) {
  expect(paper.querySelectorAll(DANGEROUS), name).toHaveLength(0);
  for (const element of paper.querySelectorAll('*'))
    for (const { name: attribute, value } of element.attributes) {
      expect(attribute, name).not.toMatch(/^on/i);
      expect(value, name).not.toMatch(/^\s*(javascript|data|vbscript):/i);
    }
}

test('shows what this customer will read, and puts nothing into the composer', async () => {
  const { paper, session, text } = await preview();
  expect(paper.textContent).toContain('Issue Identified - Fix in Progress');
  expect(paper.textContent).toContain('Hello Customer,');
  expect(paper.lang).toBe('en');
  expect(text()).toContain('What Customer 1 will read');
  expect(session.composer.isEmpty).toBe(true);
});

test('says that there are no texts in the customer’s language', async () => {
  const { see } = await preview({ given: (_, { reports }) => reports[2]!.id });
  await see('There are no texts in French yet: this customer gets English.');
});

test('says which macro a text comes from', async () => {
  const { paper, see } = await preview({
    given: (world) => void addAllclearMacro(world, 'Identified', '<p>We <b>found</b> it.</p>') as undefined,
  });
  await see('From the macro Allclear::Identified.');
  expect(paper.querySelector('b')?.textContent).toBe('found');
});

test('says that a macro is broken and why, and shows the built-in text', async () => {
  const { paper, see } = await preview({
    given: (world) => void addAllclearMacro(world, 'Identified', '<p>{% if %}</p>') as undefined,
  });
  await see(/The macro Allclear::Identified does not work \(.+\)\. The built-in text is used instead\./);
  expect(paper.textContent).toContain('Issue Identified');
});

test('says what language a macro for everybody is taken to be in', async () => {
  const { see } = await preview({
    given: (world, { reports }) => {
      addAllclearMacro(world, 'Identified', '<p>We found it.</p>');
      return reports[1]!.id;
    },
  });
  await see('This customer reads Spanish; the macro is taken to be in English.');
});

test('says that the reply is too long for Zendesk, and what to do', async () => {
  const sidebar = await showSidebar({
    outage: OUTAGE,
    given: (world, { incident }) => void say(world, incident.id, 'x'.repeat(63_000)) as undefined,
  });
  await sidebar.press(/^Preview/);
  await sidebar.see(/longer than Zendesk sends.* Ask the lead to post an update with shorter symptoms/);
  expect(screen.queryByTestId('reply-preview')).toBeNull();
});

test('says that macros could not be looked up', async () => {
  const { see } = await preview({
    given: (world) => {
      world.faults.script({ url: '/macros' }, { kind: 'server-error', status: 503, applied: false });
      return undefined;
    },
  });
  await see('Macros could not be looked up');
});

test('hidden again, it is gone', async () => {
  const { press } = await preview();
  await press('Hide preview');
  expect(screen.queryByTestId('reply-preview')).toBeNull();
});

// Each rendering takes a world; three packs of all texts at once do as well as one of each.
const PACKS = [0, 1, 2].map((part) => HOSTILE.filter((_, index) => index % 3 === part));

test(`${HOSTILE.length} hostile texts as symptoms are shown as text, nothing runs`, async () => {
  let count = 0;
  for (const pack of PACKS) {
    const symptoms = pack.map(({ text }) => text.slice(0, 300)).join('\n');
    const { paper, view } = await preview({
      given: (world, { incident }) => void say(world, incident.id, symptoms) as undefined,
    });
    expectHarmless(paper, `pack of ${pack[0]?.name}`);
    expectHarmless(screen.getByTestId('incident-status'), `status with ${pack[0]?.name}`);
    count += pack.length;
    view.unmount();
  }
  expect(count).toBe(HOSTILE.length);
});

test(`${HOSTILE.length} hostile texts in an admin’s macro do nothing in the preview`, async () => {
  for (const { name, text } of HOSTILE) {
    const { paper, view } = await preview({
      given: (world) =>
        void addAllclearMacro(world, 'Identified', `<p>Hello there</p>${text.slice(0, 2_000)}`) as undefined,
    });
    expect(paper.textContent, name).toMatch(/^Hello there|Issue Identified/); // itself, or what stands in for it
    expectHarmless(paper, name);
    view.unmount();
  }
});
