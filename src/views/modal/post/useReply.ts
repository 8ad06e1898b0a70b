import { useEffect, useMemo, useState } from 'react';
import { createPreview } from '../../../actions/previewReply.ts';
import type { Prepared } from '../../../actions/writeReply.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { SurveyRow } from '../../../domain/survey.ts';
import type { UpdateDraft } from '../../../domain/update.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';

export interface ShownReply {
  readonly row: SurveyRow['id'];
  readonly prepared?: Prepared | undefined;
  readonly error?: unknown;
}

// A pause in typing; shorter than this and the text flickers.
const TYPING_MS = 300;

/** The reply that this report would get. It follows the draft once typing pauses, and meanwhile stays as it was. */
export function useReply(
  ports: BroadcastPorts,
  incident: Incident,
  draft: UpdateDraft,
  row: SurveyRow | undefined,
): { readonly shown: ShownReply | undefined; readonly again: () => void } {
  const preview = useMemo(() => createPreview(ports), [ports]);
  const [shown, setShown] = useState<ShownReply>();
  const [round, setRound] = useState(0);
  const isTyping = shown !== undefined && shown.row === row?.id;
  const written = JSON.stringify(draft); // a draft that says the same is the same
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft by what it says, the incident by its stamp, the row by what of it counts
  useEffect(() => {
    if (!row) return;
    let isOver = false;
    const show = (next: ShownReply) => !isOver && setShown(next);
    const { id, first } = row;
    (async () => {
      if (isTyping) await ports.clock.pause(TYPING_MS);
      if (!isOver) show({ row: id, prepared: await preview(incident, draft, id, first) });
    })().catch((error: unknown) => show({ row: id, error }));
    return () => {
      isOver = true;
    };
  }, [preview, incident.id, incident.updatedAt, written, row?.id, row?.first, round]);
  return {
    shown: shown?.row === row?.id ? shown : undefined,
    again: () => {
      setShown(undefined);
      setRound(round + 1);
    },
  };
}
