import type { Session } from '../zaf/session.ts';
import { cleanHtmlText } from './cleanHtml.ts';
import { h } from './h.ts';
import { icon } from './icon.ts';
import { CHANNEL_WORDS } from './words.ts';

/** The editor at the bottom: public reply or internal note, rich where the channel knows rich text. */
export function drawComposer(session: Session): HTMLElement {
  const { composer } = session;
  const isLight = session.snapshot.agent.onlyPrivateComments;
  const mode = h(
    'select',
    { testId: 'composer-mode', 'aria-label': 'Comment type', onchange: () => composer.setType(mode.value) },
    h('option', { value: 'publicReply', disabled: isLight }, 'Public reply'),
    h('option', { value: 'internalNote' }, 'Internal note'),
  );
  const channel = h('span', { class: 'channel', testId: 'composer-channel' });
  const editor = h('div', {
    class: 'editor',
    testId: 'composer',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Comment',
    dir: 'auto',
    oninput: () => composer.write(read()),
    onpaste: (event: ClipboardEvent) => {
      event.preventDefault();
      document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
    },
  });
  const element = h(
    'section',
    { class: 'composer', 'aria-label': 'Composer' },
    h('div', { class: 'composer-bar' }, mode, channel),
    editor,
  );

  const read = () => (composer.isPlain ? editor.innerText.replace(/\n$/, '') : editor.innerHTML);
  const draw = () => {
    mode.value = composer.type;
    element.classList.toggle('note', composer.type === 'internalNote');
    const name = CHANNEL_WORDS[composer.channel] ?? composer.channel;
    channel.replaceChildren(
      icon(composer.isPlain ? 'chat' : 'mail'),
      composer.type === 'internalNote'
        ? 'Only agents will see this'
        : `To ${session.snapshot.requester.name} · ${name}`,
    );
    editor.setAttribute('contenteditable', composer.isPlain ? 'plaintext-only' : 'true');
    // Typing is not drawn again: that would move the cursor.
    if (read() !== composer.text) {
      if (composer.isPlain) editor.textContent = composer.text;
      else editor.innerHTML = cleanHtmlText(composer.text);
    }
    editor.dataset.empty = String(composer.isEmpty);
  };

  composer.clean = cleanHtmlText;
  composer.atCursor = createInsertion(editor, () => composer.isPlain, read);
  draw();
  session.watch((event) => /^(comment\.|ticket\.editor|snapshot)/.test(event) && draw());
  return element;
}

/** Puts text where the cursor is, or was when the agent left the editor for the app. */
function createInsertion(editor: HTMLElement, isPlain: () => boolean, read: () => string) {
  let cursor: Range | undefined;
  const look = () => {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
    if (range && editor.contains(range.commonAncestorContainer)) cursor = range.cloneRange();
  };
  document.addEventListener('selectionchange', look);
  return (piece: string): string => {
    look(); // the event comes later than the last key
    const range = cursor && editor.contains(cursor.commonAncestorContainer) ? cursor : document.createRange();
    if (range !== cursor) {
      range.selectNodeContents(editor);
      range.collapse(false);
    }
    range.deleteContents();
    range.insertNode(
      isPlain() ? document.createTextNode(piece) : range.createContextualFragment(cleanHtmlText(piece)),
    );
    range.collapse(false);
    cursor = range.cloneRange();
    return read();
  };
}
