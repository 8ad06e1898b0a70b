import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { Close } from '../modal/post/shapes.tsx';
import { TextField } from '../modal/post/TextField.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons } from '../pieces.tsx';

const LONGEST_REASON = 1_000;

/** A no takes a reason: its author has to know what has to be different. */
export function RefuseProposal({ isBusy, refuse }: { isBusy: boolean; refuse: (reason: string) => void }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  if (!isOpen)
    return (
      <Button
        size="small"
        isBasic
        disabled={isBusy}
        onClick={() => setOpen(true)}
        data-test-id="approval-refuse"
      >
        {t('approval.refuse')}
      </Button>
    );
  const isMissing = reason.trim() === '';
  return (
    <Close
      as="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isMissing) refuse(reason);
      }}
    >
      <TextField
        form="approval"
        name="reason"
        label={t('approval.reason')}
        lines={2}
        most={LONGEST_REASON}
        value={reason}
        onChange={setReason}
        trouble={isTried && isMissing ? t('approval.reasonMissing') : undefined}
      />
      <Buttons>
        <Button size="small" type="submit" disabled={isBusy} data-test-id="approval-refuse-send">
          {t('approval.refuseSend')}
        </Button>
        <Button size="small" isBasic disabled={isBusy} onClick={() => setOpen(false)}>
          {t('approval.cancel')}
        </Button>
      </Buttons>
    </Close>
  );
}
