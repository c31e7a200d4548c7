import { CopyButton } from '../shared/copy-button.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';
import { factsNote } from './note.ts';

interface RoutingHintProps extends AccountProps {
  onCopy(text: string): Promise<boolean>;
}

/** The next step of inside sales: serve here or put through, why, whom to reach, and a note to paste. */
export function RoutingHint(props: RoutingHintProps) {
  const { t, format } = useI18n();
  const { routing, owner, deputy } = props.account.words;
  const through = routing.verb === 'through';
  const reach = through ? [owner, deputy].find((person) => person?.phone) : undefined;
  const people = [
    { role: t('routing.owner'), person: owner },
    { role: t('routing.deputy'), person: deputy },
  ];
  return (
    <section className={`routing routing-${routing.verb}`}>
      <h2 className="routing-verb">{t(`routing.${routing.verb}`)}</h2>
      <p>{t(`routing.reason.${routing.reason}`)}</p>
      <ul className="people">
        {people.map(({ role, person }) =>
          person ? (
            <li key={role}>
              <span className="people-role">{role}</span> <span>{person.name}</span>{' '}
              {person.phone ? (
                <a href={telLink(person.phone)} className="phone">
                  {person.phone}
                </a>
              ) : (
                <span className="muted">{t('routing.noPhone')}</span>
              )}
            </li>
          ) : null,
        )}
      </ul>
      {through ? null : <p className="small">{t('routing.never')}</p>}
      <p className="actions">
        {reach?.phone ? (
          <a href={telLink(reach.phone)} className="button button-primary">
            {t('routing.call', { name: reach.name })}
          </a>
        ) : null}
        <CopyButton
          label={t('note.button')}
          text={factsNote(through ? 'note.handOverTitle' : 'note.title', props, t, format)}
          primary={!through}
          onCopy={props.onCopy}
        />
      </p>
    </section>
  );
}

function telLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
