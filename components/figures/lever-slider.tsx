import { useId } from 'react';

interface LeverSliderProps {
  label: string;
  value: number;
  max: number;
  step?: number;
  /** The value as people read and hear it. */
  text: string;
  disabled?: boolean;
  onMove(value: number): void;
  /** The hand or the key has let go. */
  onSettle(): void;
}

/** One lever of the advisor: the browser's own slider, so arrows, Home, End and Page keys work. */
export function LeverSlider(props: LeverSliderProps) {
  const { label, value, max, step = 1, text, disabled = false, onMove, onSettle } = props;
  const id = useId();
  return (
    <div className={disabled ? 'lever lever-off' : 'lever'}>
      <label className="lever-name" htmlFor={id}>
        {label}
      </label>
      <span className="lever-value number" aria-hidden="true">
        {text}
      </span>
      <input
        id={id}
        className="lever-slider"
        type="range"
        min={0}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={text}
        onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
        onPointerUp={onSettle}
        onKeyUp={onSettle}
        onBlur={onSettle}
      />
    </div>
  );
}
