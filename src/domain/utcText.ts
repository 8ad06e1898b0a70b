/** A moment for people in several time zones, to the minute: 2026-05-04 14:02 UTC. */
export const utcText = (iso: string) => `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
