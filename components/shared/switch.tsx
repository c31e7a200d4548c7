import { useId } from 'react';

interface SwitchProps {
  label: string;
  help?: string;
  checked: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
}

/** A row with a label on the left and an on/off switch on the right; the whole row is the target. */
export function Switch({ label, help, checked, disabled = false, onChange }: SwitchProps) {
  const helpId = useId();
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={checked}
      aria-label={label}
      aria-describedby={help ? helpId : undefined}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    >
      <span className="switch-words">
        <span className="switch-label">{label}</span>
        {help ? (
          <span className="switch-help" id={helpId}>
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
