import { useEffect, useState } from 'react';
import type { DueEntry } from '../../lib/contract/notes.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { owedText } from '../../lib/i18n/owed-text.ts';
import { tierRank } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { TierShape } from '../shared/tier-shape.tsx';

interface DueListProps {
  policy: PolicyWords;
  /** Changes whenever the list may have changed. */
  version: string;
  onDue(): Promise<DueEntry[]>;
  onChoose(entry: DueEntry): void;
}

/** Best customers with care owed: each opens its record in the CRM, or its view here where no address is known. */
export function DueList({ policy, version, onDue, onChoose }: DueListProps) {
  const { t } = useI18n();
  const [entries, setEntries] = useState<DueEntry[] | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the data change
  useEffect(() => {
    let current = true;
    onDue().then(
      (found) => current && setEntries(found),
      () => current && setEntries('failed'),
    );
    return () => {
      current = false;
    };
  }, [onDue, version]);

  if (entries === null) {
    return (
      <p className="small" role="status">
        {t('empty.loading')}
      </p>
    );
  }
  if (entries === 'failed') return <p className="notice">{t('due.failed')}</p>;
  if (entries.length === 0) return <p className="small">{t('due.none')}</p>;
  return (
    <ul className="due">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} policy={policy} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ entry, policy, onChoose }: Pick<DueListProps, 'policy' | 'onChoose'> & { entry: DueEntry }) {
  const { t } = useI18n();
  const content = (
    <>
      <TierShape letter={entry.tier.slice(0, 2)} rank={tierRank(policy, entry.tier)} fill="filled" />
      <span className="due-words">
        <span className="due-name">{entry.name}</span>
        <span className="small">{owedText(entry.owed, policy, t)}</span>
      </span>
    </>
  );
  return entry.url === null ? (
    <button type="button" className="due-entry" onClick={() => onChoose(entry)}>
      {content}
    </button>
  ) : (
    <a className="due-entry" href={entry.url} target="_blank" rel="noreferrer">
      {content}
      <span className="visually-hidden">{t('crm.open')}</span>
    </a>
  );
}
