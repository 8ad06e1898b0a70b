import { reaches } from '../../../domain/drillReach.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';

/** Where else the update goes, of what this account has set up; nothing where it goes to customers alone. */
export function AlsoTold({ ports, incident }: { ports: ModalPorts; incident: Incident }) {
  const { t } = useWords();
  const { chat, guide, statusPage } = ports.settings;
  const places = [
    chat &&
      reaches(incident, 'slack') &&
      t(chat.by === 'bot' ? 'channels.also.thread' : 'channels.also.message'),
    ports.issues && incident.jiraKey,
    guide?.by === 'guide' && reaches(incident, 'pendo') && t('channels.also.product'),
    statusPage && reaches(incident, 'statuspage') && t('channels.also.page'),
  ].filter((place) => typeof place === 'string');
  if (places.length === 0) return null;
  return (
    <Small data-test-id="post-also" dir="auto">
      {t('channels.also.told', { places: places.join(' · ') })}
    </Small>
  );
}
