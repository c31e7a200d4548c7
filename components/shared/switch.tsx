import { useId } from 'react';

interface SwitchProps {
  label: string;
  help?: string;
  checked: boolean;
  disabled?: boolean;
  /** A pill among others instead of a row; the help is then read out only. */
  compact?: boolean;
  onChange(on: boolean): void;
}

/** An on/off switch: a row with its label, or a pill; all of it is the target. */
export function Switch({ label, help, checked, disabled = false, compact = false, onChange }: SwitchProps) {
  const helpId = useId();
  return (
    <button
      type="button"
      role="switch"
      className={compact ? 'switch pill' : 'switch'}
      aria-checked={checked}
      aria-label={label}
      aria-describedby={help ? helpId : undefined}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    >
      <span className="switch-words">
        <span className="switch-label">{label}</span>
        {help ? (
          <span className={compact ? 'visually-hidden' : 'switch-help'} id={helpId}>
            {help}
          </span>
        ) : null}
      </span>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
    </button>
  );
}
