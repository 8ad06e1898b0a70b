import { Field, Radio } from '@zendeskgarden/react-forms';
import type { RcaSurvey } from '../../../actions/surveyRca.ts';
import type { Rca } from '../../../domain/record.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { Close, FieldName } from '../post/shapes.tsx';

/** Those who asked for it, or all; with how many that are. */
export function Whom(props: {
  value: Rca['to'];
  survey: RcaSurvey | undefined;
  onChange: (to: Rca['to']) => void;
}) {
  const { value, survey, onChange } = props;
  const { t } = useWords();
  const { tell, followUps } = survey?.[value] ?? { tell: 0, followUps: 0 };
  return (
    <Close role="radiogroup" aria-labelledby="rca-whom">
      <FieldName id="rca-whom">{t('review.whom')}</FieldName>
      {(['asked', 'all'] as const).map((to) => (
        <Field key={to}>
          <Radio
            name="to"
            value={to}
            checked={value === to}
            onChange={() => onChange(to)}
            data-test-id={`rca-to-${to}`}
          >
            <Field.Label isRegular>
              {t(to === 'asked' ? 'review.toAsked' : 'review.toAll', { count: survey?.[to].tell ?? '…' })}
            </Field.Label>
          </Radio>
        </Field>
      ))}
      <div role="status" data-test-id="rca-audience">
        {!survey && <Small>{t('review.counting')}</Small>}
        {survey && followUps > 0 && <Small>{t('review.viaFollowUp', { count: followUps })}</Small>}
        {survey && value === 'asked' && tell === 0 && <Small>{t('review.nobodyAsked')}</Small>}
      </div>
    </Close>
  );
}
