import { useId, useState } from 'react';
import { CopyButton } from '../shared/copy-button.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';
import { HandOver } from './hand-over.tsx';
import { handOverNote } from './hand-over-note.ts';
import { factsNote } from './note.ts';
import { routeOf, topicName } from './route.ts';

interface RoutingHintProps extends AccountProps {
  /** Figures up to, `YYYY-MM-DD`. */
  asOf: string | null;
  onCopy(text: string): Promise<boolean>;
}

/** The next step of inside sales: serve here or put through, why, whom to reach, and a note to hand on. */
export function RoutingHint(props: RoutingHintProps) {
  const { t, format } = useI18n();
  const { account, policy, onCopy } = props;
  const { owner, deputy } = account.words;
  const [topic, setTopic] = useState<string | null>(null);
  const route = routeOf(account.words, policy, topic);
  const through = route.verb === 'through';
  const reach = through ? [owner, deputy].find((person) => person?.phone) : undefined;
  const people = [
    { role: t('routing.owner'), person: owner },
    { role: t('routing.deputy'), person: deputy },
  ];
  const handOver = handOverNote({ ...props, route }, t, format);
  return (
    <section className={`routing routing-${route.verb}`}>
      <div role="status">
        <h2 className="routing-verb">{t(`routing.${route.verb}`)}</h2>
        <p>{t(`routing.reason.${route.reason}`)}</p>
        {route.reason === 'never' && !owner ? <p>{t('routing.reason.no-owner')}</p> : null}
      </div>
      <TopicChoice topics={policy.neverRoute ?? []} topic={topic} onChoose={setTopic} />
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
      <p className="actions">
        {reach?.phone ? (
          <a href={telLink(reach.phone)} className="button button-primary">
            {t('routing.call', { name: reach.name })}
          </a>
        ) : null}
        <CopyButton
          label={t('note.button')}
          text={
            through ? `${handOver.subject}\n\n${handOver.body}` : factsNote('note.title', props, t, format)
          }
          primary={!through}
          onCopy={onCopy}
        />
      </p>
      <HandOver {...props} route={route} />
    </section>
  );
}

interface TopicChoiceProps {
  topics: readonly string[];
  topic: string | null;
  onChoose(topic: string | null): void;
}

/** Topics that are never handed over, whatever the package says; nothing where the policy names none. */
function TopicChoice({ topics, topic, onChoose }: TopicChoiceProps) {
  const { t } = useI18n();
  const id = useId();
  if (topics.length === 0) return null;
  return (
    <p className="topic">
      <label htmlFor={id}>{t('routing.topic')}</label>
      <select
        id={id}
        className="lever-choice"
        value={topic ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{t('routing.topic.other')}</option>
        {topics.map((candidate) => (
          <option key={candidate} value={candidate}>
            {topicName(candidate, t)}
          </option>
        ))}
      </select>
    </p>
  );
}

function telLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
