import { levelName, poolName } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { TierShape } from '../shared/tier-shape.tsx';
import type { AccountProps } from './account-props.ts';
import { tierDrawing } from './tier-drawing.ts';

/** Tier, name in at most two lines, suggested level and who owns the customer. */
export function AccountHead({ account, policy }: Pick<AccountProps, 'account' | 'policy'>) {
  const { t, language } = useI18n();
  const { words } = account;
  const who = words.owner?.name ?? poolName(policy, words.servedBy, language);
  const below = [levelName(policy, words.level, language), who];
  if (words.parentName) below.push(t('panel.via', { name: words.parentName }));
  return (
    <header className="head">
      <TierShape {...tierDrawing(words.tier, words.level, policy)} size="large" />
      <div className="head-words">
        <h1 className="head-name" title={words.name}>
          {words.name}
        </h1>
        <p className="head-below" title={below.join(' · ')}>
          {below.join(' · ')}
        </p>
      </div>
    </header>
  );
}
