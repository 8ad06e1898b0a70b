import { useEffect, useState } from 'react';
import { useWords } from '../phrases.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';

/** For admins alone: whether what is set up works. */
export function SettingsLink(props: Pick<KnownProps, 'ports' | 'refresh'>) {
  const { t } = useWords();
  const isAdmin = useIsAdmin(props.ports);
  if (!isAdmin) return null;
  return (
    <OpenModal {...props} task={{ show: 'settings' }} testId="check-settings">
      {t('settingsCheck.heading')}
    </OpenModal>
  );
}

function useIsAdmin({ isAdmin }: KnownProps['ports']): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    let isOver = false;
    isAdmin().then(
      (found) => !isOver && setKnown(found),
      () => {}, // Zendesk did not say; nothing that an agent needs is behind it
    );
    return () => {
      isOver = true;
    };
  }, [isAdmin]);
  return known;
}
