import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';

/** For inside sales: serve here or put through, why, and whom to reach. */
export function RoutingHint({ account }: Pick<AccountProps, 'account'>) {
  const { t } = useI18n();
  const { routing, owner, deputy } = account.words;
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
                <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`} className="phone">
                  {person.phone}
                </a>
              ) : (
                <span className="muted">{t('routing.noPhone')}</span>
              )}
            </li>
          ) : null,
        )}
      </ul>
      {routing.verb === 'serve' ? <p className="small">{t('routing.never')}</p> : null}
    </section>
  );
}
