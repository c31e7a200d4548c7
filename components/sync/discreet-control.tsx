import { useI18n } from '../shared/i18n-context.tsx';
import { Switch } from '../shared/switch.tsx';

/** How long one click hides all overlays. */
export const DISCREET_MINUTES = 60;

interface DiscreetControlProps {
  /** ISO time the mode ends, null when off. */
  until: string | null;
  onDiscreet(minutes: number): void;
}

/** Hides every overlay in every tab for an hour, or shows them again. */
export function DiscreetControl({ until, onDiscreet }: DiscreetControlProps) {
  const { t, format, now } = useI18n();
  const on = until !== null;
  return (
    <Switch
      label={t('popup.discreet', { minutes: DISCREET_MINUTES })}
      {...(on ? { help: t('popup.discreetOn', { time: format.time(until, now) }) } : {})}
      checked={on}
      onChange={(wanted) => onDiscreet(wanted ? DISCREET_MINUTES : 0)}
    />
  );
}
