import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { Update } from '../../../domain/record.ts';
import { StageBadge } from '../../Badge.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Quote } from '../../pieces.tsx';

// On the note's own ground.
const Said = styled(Quote)`
  background: none;
`;

/** Somebody else was faster: what they said, and how to go on from there. Nothing was sent. */
export function Overtaken(props: {
  by: Update | undefined;
  now: Date;
  isReading: boolean;
  goOn: () => void;
}) {
  const { by, now, isReading, goOn } = props;
  const { t, ago } = useWords();
  return (
    <Note weight="warning">
      <strong>
        {by
          ? t('post.overtaken.by', {
              name: by.by.name,
              n: by.n,
              ago: ago(now.getTime() - Date.parse(by.at)),
            })
          : t('post.overtaken.bySomebody')}
      </strong>
      {by && (
        <div>
          <StageBadge stage={by.stage} />
        </div>
      )}
      {by?.symptoms && <Said dir="auto">{by.symptoms}</Said>}
      {by?.extra && <Said dir="auto">{by.extra}</Said>}
      <span>{t('post.overtaken.nothingSent')}</span>
      <Buttons>
        <Button size="small" disabled={isReading} onClick={goOn} data-test-id="post-go-on">
          {t('post.overtaken.goOn')}
        </Button>
      </Buttons>
    </Note>
  );
}
