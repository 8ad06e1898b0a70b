import { useState } from 'react';
import { type Incident, newestUpdate } from '../../../domain/incident.ts';
import type { Stage } from '../../../domain/stage.ts';
import { goOnFrom, isTouched, startForm, type UpdateForm, wasSent } from '../../../domain/updateForm.ts';
import type { ModalPorts } from '../../../ports/batches.ts';

/** The form holds what was typed before; `isOlder`: before update `newest` was posted. */
export interface Kept {
  readonly isOlder: boolean;
  readonly newest: number;
  readonly startAnew: () => void;
}

/** The form, kept while its modal is closed: nothing typed is lost. */
export function useUpdateForm(ports: ModalPorts, incident: Incident, stage: Stage | undefined) {
  const { forms, settings, clock } = ports;
  const [started] = useState(() => startForm(incident, settings, clock.now(), stage));
  const [kept] = useState(() => {
    const form = forms.get(incident.id);
    return form && wasSent(form, incident) ? undefined : form;
  });
  const [form, setForm] = useState(() =>
    kept ? takeUp(kept, started, stage, incident, clock.now()) : started,
  );
  const [isKept, setKept] = useState(kept !== undefined);

  const put = (next: UpdateForm) => {
    setForm(next);
    if (isTouched(next, started)) forms.keep(next);
    else forms.drop(incident.id);
  };
  const startAnew = () => {
    setKept(false);
    put({ ...started, seen: form.seen });
  };
  return {
    form,
    change: (changes: Partial<UpdateForm>) => put({ ...form, ...changes }),
    /** One's own words on top of what somebody else has posted. */
    goOn: (newer: Incident) => put(goOnFrom(form, newer)),
    forget: () => forms.drop(incident.id),
    kept: isKept && kept ? { isOlder: kept.seen < form.seen, newest: form.seen, startAnew } : undefined,
  };
}

// A time for the fix that has passed since it was taken over is nobody's word any more; what is proposed then is to say so.
function withoutPast({ eta }: UpdateForm, started: UpdateForm, incident: Incident): Partial<UpdateForm> {
  const isTakenOver = incident.eta?.at !== undefined && eta === incident.eta.text;
  return isTakenOver && started.eta === '' ? { eta: '', etaBy: '', etaPassed: started.etaPassed } : {};
}

// Times that have passed meanwhile are proposed anew, and a button that says "Resolve" means it.
function takeUp(
  kept: UpdateForm,
  started: UpdateForm,
  stage: Stage | undefined,
  incident: Incident,
  now: Date,
): UpdateForm {
  const isPast = !kept.next || Date.parse(kept.next) <= now.getTime();
  const next = isPast ? started.next : kept.next;
  const form = { ...kept, next, ...(stage && { stage }), ...withoutPast(kept, started, incident) };
  return kept.seen === newestUpdate(incident) ? form : goOnFrom(form, incident);
}
