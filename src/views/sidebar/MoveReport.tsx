import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { moveReport, previewMove } from '../../actions/moveReport.ts';
import { type Incident, isIncident, toIncident } from '../../domain/incident.ts';
import { movesTo } from '../../domain/move.ts';
import type { TicketId } from '../../domain/ticket.ts';
import { StageBadge } from '../Badge.tsx';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainLook } from '../explain.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Label, Row, Small } from '../pieces.tsx';
import { ReplyPaper } from '../ReplyPaper.tsx';
import { useTask } from '../useTask.ts';
import { alignLater } from './alignLater.ts';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { refusedMove, tellingOfMove } from './tellingOfMove.ts';

const Steps = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  & h2:focus { outline: none !important; }
`;

type Props = KnownProps & { incident: Incident; onOver: () => void };

/** A ticket that belongs to another incident than the one it hangs on: which one, and what its customer will read. */
export function MoveReport(props: Props) {
  const { ports, incident } = props;
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<Incident>();
  const { task: looked, run } = useTask(async () =>
    movesTo(incident, (await ports.tickets.openProblems()).tickets.filter(isIncident).map(toIncident)),
  );
  useEffect(() => void run(), [run]);
  const heading = useStart<HTMLHeadingElement>();
  if (chosen) return <AskMove {...props} to={chosen.id} />;
  const found = looked.state === 'done' ? looked.value : [];
  return (
    <Steps role="group" aria-labelledby="which-incident" data-test-id="move-targets">
      <Label id="which-incident" ref={heading} tabIndex={-1}>
        {t('several.which')}
      </Label>
      {looked.state === 'running' && <Small role="status">{t('several.looking')}</Small>}
      {looked.state === 'failed' && <Small role="alert">{explainLook(looked.error, undefined, words)}</Small>}
      {looked.state === 'done' && found.length === 0 && <Small>{t('several.none')}</Small>}
      <ul>
        {found.map((each) => (
          <Row as="li" key={each.id}>
            <span>
              <StageBadge stage={each.stage} /> <bdi>{each.title}</bdi>{' '}
              <Small as="span">{`#${each.id}`}</Small>
            </span>
            <Button
              isLink
              size="small"
              onClick={() => setChosen(each)}
              aria-label={t('several.chooseNamed', { title: each.title })}
              data-test-id={`move-to-${each.id}`}
            >
              {t('several.choose')}
            </Button>
          </Row>
        ))}
      </ul>
      <Row>
        <OpenModal
          {...props}
          task={{ show: 'declare', ticket: props.seen.ticket.id, splitOff: incident.id }}
          testId="move-new"
        >
          {t('several.newOne')}
        </OpenModal>
        <Button size="small" isBasic onClick={props.onOver}>
          {t('several.no')}
        </Button>
      </Row>
    </Steps>
  );
}

/** What its customer will read, and the one press that moves the ticket and tells them. */
export function AskMove({ seen, ports, refresh, tell, incident, to, onOver }: Props & { to: TicketId }) {
  const words = useWords();
  const { t } = words;
  const { id } = seen.ticket;
  const { task: preview, run: look } = useTask(async () =>
    previewMove(await ports.broadcasting(), id, incident.id, to),
  );
  useEffect(() => void look(), [look]);
  const move = useTask(async () => {
    tell(undefined);
    const moved = await moveReport(await ports.broadcasting(), id, incident.id, to);
    if (moved.do === 'moved') {
      alignLater(ports, incident, id, 'detached');
      alignLater(ports, toIncident(await ports.tickets.readOne(to)), id, 'attached');
    }
    await refresh();
    tell(tellingOfMove(moved, to, words));
    onOver();
  });
  const question = useStart<HTMLHeadingElement>();
  const isBusy = move.task.state === 'running';
  const plan = preview.state === 'done' ? preview.value?.plan : undefined;
  const prepared = preview.state === 'done' ? preview.value?.prepared : undefined;
  const refusal = plan?.do === 'refuse' ? refusedMove(plan.because, words) : undefined;
  const hears = plan?.do === 'move' ? plan.hears : undefined;
  return (
    <Steps data-test-id="move-ask">
      <Label ref={question} tabIndex={-1}>
        {t('several.ask', { ticket: `#${to}` })}
      </Label>
      {preview.state === 'running' && <Small role="status">{t('loading')}</Small>}
      {preview.state === 'failed' && (
        <Small role="alert">{explainLook(preview.error, undefined, words)}</Small>
      )}
      {refusal && <Note weight="warning">{refusal}</Note>}
      {prepared && (
        <>
          <Label>{t('several.reads')}</Label>
          <ReplyPaper
            html={prepared.reply.html}
            language={prepared.language}
            label={t('several.reads')}
            testId="move-preview"
          />
        </>
      )}
      {hears?.what === 'nothing' && <Small>{t(QUIET[hears.because] ?? 'several.quietCannot')}</Small>}
      {move.task.state === 'failed' && <DoneFailed error={move.task.error} />}
      <Buttons>
        <Button
          size="small"
          isPrimary
          disabled={isBusy || preview.state === 'running' || refusal !== undefined}
          onClick={() => void move.run()}
          data-test-id="move-yes"
        >
          {t(isBusy ? 'several.moving' : hears?.what === 'move' ? 'several.yesTell' : 'several.yes')}
        </Button>
        <Button size="small" isBasic disabled={isBusy} onClick={onOver}>
          {t('several.no')}
        </Button>
      </Buttons>
    </Steps>
  );
}

/** Where whoever works by keyboard or ear goes on, and what scrolls into sight. */
function useStart<Place extends HTMLElement>() {
  const place = useRef<Place>(null);
  useEffect(() => place.current?.focus(), []);
  return place;
}

const QUIET: Partial<Record<string, 'several.quietSame' | 'several.quietUnheard'>> = {
  same: 'several.quietSame',
  unheard: 'several.quietUnheard',
};
