import { stepsOf } from '../../domain/declaration.ts';
import { readRecord } from '../../domain/record.ts';
import { CarryOutPanel } from '../declare/CarryOutPanel.tsx';
import { useCarryOut } from '../declare/useCarryOut.ts';
import { useWords } from '../phrases.tsx';
import { Label } from '../pieces.tsx';
import type { Involved } from './IncidentStatus.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';

/** On the incident's own ticket: what is left of declaring it, for whoever may go on. Nothing once all is done. */
export function DeclareSection({ seen, standing, ports, now }: KnownProps & { standing: Involved }) {
  const { t } = useWords();
  const { incident } = standing;
  const broadcaster = useBroadcaster(ports, 'declare');
  const carrying = useCarryOut(ports.broadcasting, incident.id);
  const read = readRecord(seen.ticket.fields.allclear_record);
  const record = read.state === 'read' ? read.record : undefined;
  const isLeft = stepsOf(carrying.record ?? record).some(({ state }) => state !== 'done');
  const isHere = carrying.task.state !== 'idle';
  if (incident.isOver || !broadcaster || broadcaster.refusal || !(isLeft || isHere)) return null;
  return (
    <div data-test-id="declare-section">
      <CarryOutPanel
        carrying={carrying}
        record={record}
        now={now}
        heading={<Label>{t(isLeft ? 'declare.unfinished' : 'declare.finished')}</Label>}
      />
    </div>
  );
}
