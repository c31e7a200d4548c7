import { useState } from 'react';
import type { Me, Toggle } from '../../lib/contract/me.ts';
import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { localDay } from '../notes/local-day.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { Switch } from '../shared/switch.tsx';
import { TeamTerms } from './team-terms.tsx';

/** In the order people read them; a value of the contract would bring its schema library into the page. */
const TOGGLES: readonly Toggle[] = ['badge', 'sign', 'chips', 'money', 'routing'];

interface OverlayTogglesProps {
  me: Me;
  overlays: WorkerState['overlays'];
  /** Why the last change for the team was not saved, in words. */
  teamError: string | null;
  /** False where a heading stands above already. */
  titled?: boolean;
  /** Pills instead of rows with their explanation. */
  compact?: boolean;
  onOwn(toggle: Toggle, on: boolean): void;
  onTeam(toggle: Toggle, on: boolean): void;
  onTerms(until: string | null, locked: boolean): void;
}

/** The five toggles; a lead chooses first whom they are for. A toggle never widens rights. */
export function OverlayToggles(props: OverlayTogglesProps) {
  const { t, format, now } = useI18n();
  const { me, overlays, teamError, titled = true, compact = false, onOwn, onTeam, onTerms } = props;
  const [scope, setScope] = useState<'mine' | 'team'>('mine');
  const { managed, effective } = overlays;
  const team = inForce(overlays.team, now);
  const forTeam = scope === 'team' && me.team !== null;
  const mayChoose = me.role === 'lead' && me.team !== null;
  const wanted = TOGGLES.filter((toggle) => forTeam || toggle !== 'money' || me.layers.includes('money'));
  const prescribed = wanted
    .filter((toggle) => managed[toggle] !== undefined)
    .map((toggle) => t(`toggle.${toggle}`));
  return (
    <section className="toggles">
      {titled ? <h2 className="block-title">{t('popup.overlays')}</h2> : null}
      {mayChoose ? (
        <fieldset className="segments">
          <legend className="visually-hidden">{t('popup.scope')}</legend>
          {(['mine', 'team'] as const).map((value) => (
            <label className="segment" key={value}>
              <input
                type="radio"
                name="overlay-scope"
                value={value}
                checked={scope === value}
                onChange={() => setScope(value)}
              />
              <span>{t(`popup.${value}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className={compact ? 'pills' : 'switches'}>
        {wanted.map((toggle) => {
          const byTeam = !forTeam && team?.locked === true && team.settings[toggle] !== undefined;
          const locked = byTeam || managed[toggle] !== undefined;
          const on = managed[toggle] ?? (forTeam ? (team?.settings[toggle] ?? true) : effective[toggle]);
          return (
            <Switch
              key={toggle}
              label={t(`toggle.${toggle}`)}
              help={t(`toggle.${toggle}.help`)}
              checked={on}
              disabled={locked}
              compact={compact}
              onChange={(value) => (forTeam ? onTeam(toggle, value) : onOwn(toggle, value))}
            />
          );
        })}
      </div>
      {prescribed.length > 0 ? (
        <p className="small">{t('popup.lockedByCompany', { toggles: format.list(prescribed) })}</p>
      ) : null}
      {forTeam ? <TeamTerms team={team} onSave={onTerms} /> : null}
      {forTeam ? <p className="small">{t('popup.teamReach')}</p> : null}
      {team && Object.keys(team.settings).length > 0 ? (
        <p className="small">
          {t(team.locked ? 'popup.lockedByTeam' : 'popup.setByTeam', { name: team.setBy })}
          {team.until ? `, ${t('popup.until', { date: format.date(team.until) })}` : ''}
        </p>
      ) : null}
      {teamError ? (
        <p className="notice" role="alert">
          {teamError}
        </p>
      ) : null}
    </section>
  );
}

/** The team's word up to and including its last day, else null. */
function inForce(team: WorkerState['overlays']['team'], now: Date): WorkerState['overlays']['team'] {
  return team === null || team.until === null || localDay(now) <= team.until ? team : null;
}
