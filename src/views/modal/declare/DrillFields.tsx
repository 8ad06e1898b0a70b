import { Checkbox, Field } from '@zendeskgarden/react-forms';
import type { DeclareForm } from '../../../domain/declareForm.ts';
import { DRILL_TAG } from '../../../domain/drill.ts';
import { DRILL_CHANNELS, type DrillChannel } from '../../../domain/drillReach.ts';
import type { Settings } from '../../../domain/settings.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { Close, FieldName } from '../post/shapes.tsx';

/** Whether all of it is a rehearsal, and which channels take part in it. */
export function DrillFields(props: {
  settings: Settings;
  hasTracker: boolean;
  form: DeclareForm;
  change: (changes: Partial<DeclareForm>) => void;
}) {
  const { settings, hasTracker, form, change } = props;
  const { t } = useWords();
  const channels = DRILL_CHANNELS.filter((channel) => isSetUp(settings, channel));
  return (
    <Close>
      <Field>
        <Checkbox
          checked={form.drill}
          onChange={({ target }) =>
            change(
              target.checked
                ? { drill: true, problem: 0, issue: 'none' }
                : { drill: false, drillReaches: [], issue: hasTracker ? 'file' : 'none' },
            )
          }
          data-test-id="declare-drill"
        >
          <Field.Label>{t('drill.check')}</Field.Label>
          <Field.Hint>
            <Small as="span">{t('drill.checkHint', { tag: DRILL_TAG })}</Small>
          </Field.Hint>
        </Checkbox>
      </Field>
      {form.drill && hasTracker && <Small>{t('drill.issueHint')}</Small>}
      {form.drill && channels.length > 0 && (
        <Close role="group" aria-labelledby="drill-channels">
          <FieldName id="drill-channels">{t('drill.also')}</FieldName>
          {channels.map((channel) => (
            <Field key={channel}>
              <Checkbox
                checked={form.drillReaches.includes(channel)}
                onChange={({ target }) =>
                  change({
                    drillReaches: DRILL_CHANNELS.filter((each) =>
                      each === channel ? target.checked : form.drillReaches.includes(each),
                    ),
                  })
                }
                data-test-id={`drill-${channel}`}
              >
                <Field.Label isRegular>{t(`drill.channel.${channel}`)}</Field.Label>
              </Checkbox>
            </Field>
          ))}
        </Close>
      )}
    </Close>
  );
}

function isSetUp({ chat, guide, statusPage }: Settings, channel: DrillChannel): boolean {
  return { slack: chat, pendo: guide, statuspage: statusPage }[channel] !== undefined;
}
