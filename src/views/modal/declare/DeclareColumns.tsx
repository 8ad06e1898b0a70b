import styled from 'styled-components';
import { tick } from '../../../domain/declareForm.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { Column, Columns } from '../post/shapes.tsx';
import { ChooseTickets } from './ChooseTickets.tsx';
import { DeclareFields } from './DeclareFields.tsx';
import { DrillFields } from './DrillFields.tsx';
import type { FieldTroubles } from './declareWords.ts';
import { ImpactField } from './ImpactField.tsx';
import { IssueFields } from './IssueFields.tsx';
import { ProblemField } from './ProblemField.tsx';
import type { useDraft } from './useDraft.ts';

// Once it is sent nothing of it changes until it is known what became of it.
const Sealable = styled.fieldset`
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
`;

/** What has happened on the left; whom it hit, and where it is written down, on the right. */
export function DeclareColumns(props: {
  ports: ModalPorts;
  ticket: Ticket | undefined;
  others: readonly Ticket[];
  drafting: ReturnType<typeof useDraft>;
  troubles: FieldTroubles;
  isTried: boolean;
  now: Date;
}) {
  const { ports, ticket, others, drafting, troubles, isTried, now } = props;
  const { form, change, lookAlikes, chosen, customers, demands, problems } = drafting;
  return (
    <Sealable disabled={form.sentAt !== ''}>
      <Columns>
        <Column>
          <DeclareFields form={form} change={change} troubles={troubles} now={now} />
        </Column>
        <Column>
          <ChooseTickets
            ticket={ticket}
            others={others}
            lookAlikes={lookAlikes}
            chosen={chosen}
            now={now}
            onTick={(id, isChosen) => change(tick(form, id, isChosen))}
          />
          <ImpactField
            customers={customers}
            chosen={chosen}
            more={form.more}
            trouble={troubles.more}
            onChange={(more) => change({ more })}
          />
          <IssueFields {...{ ports, form, change, demands, isTried }} keyTrouble={troubles.issueKey} />
          <DrillFields
            settings={ports.settings}
            hasTracker={ports.issues !== undefined}
            form={form}
            change={change}
          />
          {!form.drill && form.from === 0 && (
            <ProblemField
              value={form.problem}
              problems={problems}
              onChange={(problem) => {
                const known = problems.state === 'seen' ? problems.value : [];
                const subject = known.find(({ id }) => id === problem)?.subject;
                change({ problem, ...(subject && { summary: subject }) });
              }}
            />
          )}
        </Column>
      </Columns>
    </Sealable>
  );
}
