import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { SearchHit } from '../../lib/contract/page-messages.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { tierRank } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { TierShape } from '../shared/tier-shape.tsx';

export interface CustomerSearchProps {
  policy: PolicyWords | null;
  /** False where room is short: the label is then read out only. */
  labelled?: boolean;
  /** Names in the local cache that fit, best first. */
  onSearch(text: string): Promise<SearchHit[]>;
  onChoose(hit: SearchHit): void;
}

/** Type-ahead over the cached customers: an editable combobox with a list, usable by keyboard alone. */
export function CustomerSearch({ policy, labelled = true, onSearch, onChoose }: CustomerSearchProps) {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; hits: SearchHit[] }>({ text: '', hits: [] });
  const [active, setActive] = useState(-1);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === '') {
      setFound({ text: '', hits: [] });
      return;
    }
    let current = true;
    onSearch(wanted).then(
      (hits) => {
        if (!current) return;
        setFound({ text: wanted, hits });
        setActive(hits.length > 0 ? 0 : -1);
      },
      () => current && setFound({ text: wanted, hits: [] }),
    );
    return () => {
      current = false;
    };
  }, [wanted, onSearch]);

  const choose = (hit: SearchHit) => {
    setText('');
    onChoose(hit);
  };
  const { hits } = found;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'ArrowDown' && hits.length > 0) setActive((active + 1) % hits.length);
    else if (event.key === 'ArrowUp' && hits.length > 0) setActive((active - 1 + hits.length) % hits.length);
    else if (event.key === 'Enter' && hits[active]) choose(hits[active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const open = wanted !== '' && hits.length > 0;
  const settled = wanted !== '' && found.text === wanted;
  return (
    <search className="search">
      <label htmlFor={`${id}-input`} className={labelled ? '' : 'visually-hidden'}>
        {t('search.label')}
      </label>
      <input
        id={`${id}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t(labelled ? 'search.placeholder' : 'search.label')}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        // All names are made ready before the first letter is there.
        onFocus={() => void onSearch('').catch(() => {})}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="search-list" id={`${id}-list`} role="listbox" aria-label={t('search.label')}>
        {open
          ? hits.map((hit, index) => (
              // The input keeps the focus and handles the keys; the pointer uses the options themselves.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={hit.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                className="search-hit"
                aria-selected={index === active}
                onPointerMove={() => setActive(index)}
                onClick={() => choose(hit)}
              >
                <TierShape
                  letter={hit.tier.slice(0, 2)}
                  rank={policy ? tierRank(policy, hit.tier) : 3}
                  fill="neutral"
                />
                <span className="search-name">{hit.name}</span>
              </div>
            ))
          : null}
      </div>
      <p className="small" aria-live="polite">
        {settled && hits.length === 0 ? t('search.none', { text: wanted }) : null}
        {settled && hits.length > 0 ? (
          <span className="visually-hidden">{t('search.results', { count: hits.length })}</span>
        ) : null}
      </p>
    </search>
  );
}
