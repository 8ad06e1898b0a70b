/** Tells what changed on the screen: to the app as `zaf.<event>`, and to whoever draws the screen. */
export type Announce = (event: string, value?: unknown) => void;

/** A property of the open ticket changed: its own event, and the one for all of them. */
export function announceChange(
  announce: Announce,
  property: string,
  newValue: unknown,
  oldValue: unknown,
): void {
  announce(`${property}.changed`, newValue);
  announce('*.changed', { propertyName: property, newValue, oldValue });
}

/** What the host answers to an app when a path cannot be read, set or invoked. The SDK needs the name to reject with it. */
export class HostError extends Error {
  override readonly name = 'HostError';
}
