import type { components } from '@ajudant/client';
import { Card } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import classes from './assistant-card.module.css';

/** Somebody who can be found, in a few lines. */
export function AssistantCard({ assistant }: { readonly assistant: components['schemas']['PublishedAssistantDto'] }) {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  return (
    <Card withBorder padding="md" mb="sm">
      <div className={classes.head}>
        <TextLink fw={600} to="/assistants/$assistantId" params={{ assistantId: assistant.id }}>
          {assistant.displayName}
        </TextLink>
        <span className={classes.price}>{t('words.per-hour', { price: format.money(assistant.hourlyRate) })}</span>
      </div>
      <p className={classes.line}>
        {assistant.professionalTitle} · {assistant.agencyName}
      </p>
      <p className={`${classes.quiet} ${classes.duties}`}>
        {assistant.dutyCodes.map((code) => duties.get(code)?.label ?? code).join(' · ')}
      </p>
      {assistant.instantBooking ? <p className={classes.quiet}>{t('directory.at-once')}</p> : null}
    </Card>
  );
}
