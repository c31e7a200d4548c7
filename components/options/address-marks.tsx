import { useId } from 'react';
import { useI18n } from '../shared/i18n-context.tsx';
import { type AddressPart, addressTemplate, mayVary, readableTemplate } from './address-parts.ts';

interface AddressMarksProps {
  host: string;
  parts: readonly AddressPart[];
  /** Index of the part that is the id, -1 for none yet. */
  chosen: number;
  varying: ReadonlySet<number>;
  onChoose(at: number): void;
  onVarying(parts: ReadonlySet<number>): void;
}

/** An address in pieces to click: one is the id, others may differ from customer to customer. */
export function AddressMarks({ host, parts, chosen, varying, onChoose, onVarying }: AddressMarksProps) {
  const { t } = useI18n();
  const name = useId();
  const others = parts.flatMap((part, at) =>
    chosen >= 0 && mayVary(parts, chosen, at) ? [{ part, at }] : [],
  );
  const toggle = (at: number) => {
    const next = new Set(varying);
    if (!next.delete(at)) next.add(at);
    onVarying(next);
  };
  return (
    <>
      <fieldset className="field">
        <legend>{t('options.generic.mark')}</legend>
        <div className="address-marks">
          <span className="address">{host}</span>
          {parts.map((part, at) =>
            part.choosable ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the address
              <label className="address-mark" key={at}>
                <input type="radio" name={name} checked={at === chosen} onChange={() => onChoose(at)} />
                <span>{part.text}</span>
              </label>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the address
              <span className="address" key={at}>
                {part.text}
              </span>
            ),
          )}
        </div>
        {chosen >= 0 ? (
          <p className="small" role="status">
            {t('options.generic.becomes')}{' '}
            <span className="address">
              {host}
              {readableTemplate(addressTemplate(parts, chosen, varying))}
            </span>
          </p>
        ) : null}
      </fieldset>
      {others.length > 0 ? (
        <fieldset className="field">
          <legend>{t('options.generic.varying')}</legend>
          {others.map(({ part, at }) => (
            <label className="check" key={at}>
              <input type="checkbox" checked={varying.has(at)} onChange={() => toggle(at)} />
              <span className="address">{part.text}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
