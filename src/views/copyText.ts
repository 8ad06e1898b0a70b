/** Puts a text on the clipboard; false when the browser lets a page in a frame not do so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

// Zendesk decides whether the frame may use the clipboard; the old command works without that permission.
function copyOldWay(text: string): boolean {
  const place = document.createElement('textarea');
  const focused = document.activeElement;
  place.value = text;
  place.setAttribute('aria-hidden', 'true');
  place.style.position = 'fixed';
  document.body.append(place);
  place.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    place.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
