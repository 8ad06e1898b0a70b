import type { Issue } from './issue.ts';

// How trackers call "it is fixed", in the languages that teams mostly run them in. Everything else is asked about: a name
// that is missing here costs a question, one too many would tell customers what nobody said.
const MEANS_FIXED: readonly string[] = [
  ...['done', 'fixed', 'resolved'],
  ...['listo', 'hecho', 'corregido', 'solucionado', 'resuelto'],
  ...['تم', 'تم الإصلاح', 'تم الحل'],
  ...['fertig', 'erledigt', 'behoben', 'gelöst'],
  ...['terminé', 'corrigé', 'résolu'],
  ...['concluído', 'feito', 'corrigido', 'resolvido'],
];

// Some projects give every issue that ends the same resolution, and say what happened by the status alone.
const SAYS_OTHERWISE =
  /duplic|won'?t|cancel|reject|declin|reproduc|invalid|obsolet|abandon|not a bug|as designed|rechaz|descart|no se (?:hará|corregirá)|مكرر|ملغ|رفض|مرفوض/u;

/** The word by which an admin says that an issue without a resolution counts as fixed. */
const NO_RESOLUTION = 'none';

/**
 * Whether an issue that is done is fixed, by how it ended. `listed` are the names that an admin has chosen, in place of the
 * usual ones; a status that speaks of a duplicate or a refusal is not believed unless it is listed too.
 */
export function meansFixed({ resolution, status }: Issue, listed: readonly string[]): boolean {
  const names = listed.length > 0 ? listed.map(plain) : MEANS_FIXED;
  if (!names.includes(plain(resolution ?? '') || NO_RESOLUTION)) return false;
  return names.includes(plain(status)) || !SAYS_OTHERWISE.test(plain(status));
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
