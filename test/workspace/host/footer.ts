import type { Session } from '../zaf/session.ts';
import { h } from './h.ts';
import { icon } from './icon.ts';
import type { Page } from './page.ts';
import { STATUS_WORDS } from './words.ts';

const CHOICES = ['open', 'pending', 'hold', 'solved'] as const;

/** "Submit as …", with the other statuses behind the arrow. */
export function drawFooter(page: Page, session: Session): HTMLElement {
  let isSaving = false;
  const state = h('span', { class: 'faint', testId: 'save-state', role: 'status' });
  const submit = h('button', { class: 'primary', testId: 'submit', onclick: () => void save(suggested()) });
  const menu = h('div', { class: 'menu', hidden: true, onclick: () => setOpen(false) });
  const more = h(
    'button',
    {
      class: 'primary arrow',
      testId: 'submit-menu',
      'aria-label': 'Other statuses',
      'aria-expanded': 'false',
      onclick: () => setOpen(menu.hidden === true),
    },
    icon('down'),
  );
  const split = h(
    'span',
    {
      class: 'split',
      onkeydown: ({ key }: KeyboardEvent) => key === 'Escape' && setOpen(false),
      onfocusout: ({ relatedTarget }: FocusEvent) =>
        !split.contains(relatedTarget as Node | null) && setOpen(false),
    },
    submit,
    more,
    menu,
  );

  function setOpen(open: boolean) {
    menu.hidden = !open;
    more.setAttribute('aria-expanded', String(open));
  }

  function suggested(): string {
    const status = String(session.form.value('status'));
    return status === 'new' ? 'open' : status;
  }

  async function save(status: string) {
    if (isSaving) return;
    isSaving = true;
    setOpen(false);
    draw('Saving…');
    const outcome = await session.submit(status);
    isSaving = false;
    draw(outcome.saved ? 'Saved' : 'Not saved');
  }

  function draw(text = '') {
    const { status } = session.snapshot.ticket;
    const isClosed = status === 'closed';
    state.textContent = isClosed ? 'This ticket is closed. It can only be followed up.' : text;
    submit.replaceChildren('Submit as ', h('b', {}, STATUS_WORDS[suggested()] ?? suggested()));
    for (const button of [submit, more]) button.disabled = isSaving || isClosed || session.isSaveDisabled;
    const choices = status === 'new' ? (['new', ...CHOICES] as const) : CHOICES;
    menu.replaceChildren(
      ...choices.map((choice) =>
        h(
          'button',
          { testId: `submit-status-${choice}`, onclick: () => void save(choice) },
          h('i', { class: `dot ${choice}` }),
          'Submit as ',
          h('b', {}, STATUS_WORDS[choice] ?? choice),
        ),
      ),
    );
  }

  draw();
  session.watch((event) => /^(ticket\.status|save\.)/.test(event) && draw(state.textContent ?? ''));
  session.watch((event) => event === 'snapshot' && !isSaving && draw());
  return h(
    'footer',
    { class: 'foot' },
    h('button', { class: 'basic', onclick: () => page.closeTab(session.snapshot.ticket.id) }, 'Close tab'),
    state,
    split,
  );
}
