import { useI18n } from '../shared/i18n-context.tsx';
import { Switch } from '../shared/switch.tsx';

interface HostSwitchProps {
  /** Host of the page in front. */
  host: string;
  hiddenHosts: readonly string[];
  onHost(host: string, visible: boolean): void;
}

/** Shows or hides everything on one host, for good; remembered per host. */
export function HostSwitch({ host, hiddenHosts, onHost }: HostSwitchProps) {
  const { t } = useI18n();
  const visible = !hiddenHosts.includes(host);
  return <Switch label={t('popup.onHost', { host })} checked={visible} onChange={(on) => onHost(host, on)} />;
}
