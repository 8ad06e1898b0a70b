import createDOMPurify from 'dompurify';

const purify = createDOMPurify(window);
const WANTED = {
  USE_PROFILES: { html: true },
  // Nothing that could lie over the page, ask for input or load by itself.
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'video', 'audio', 'dialog'],
  FORBID_ATTR: ['id', 'class', 'name'],
};

purify.addHook('afterSanitizeAttributes', (node) => {
  const style = node.getAttribute('style');
  if (style && /position|url\s*\(|expression|@import/i.test(style)) node.removeAttribute('style');
  if (node.tagName === 'A') {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer');
  }
});

/** Foreign HTML, as it may be shown: a customer's text never runs, styles or submits anything. */
export function cleanHtml(html: string): DocumentFragment {
  return purify.sanitize(html, { ...WANTED, RETURN_DOM_FRAGMENT: true });
}

export function cleanHtmlText(html: string): string {
  return purify.sanitize(html, WANTED);
}
