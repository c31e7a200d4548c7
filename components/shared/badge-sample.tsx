import { type Sign, SignMark } from './sign-mark.tsx';
import { TierShape } from './tier-shape.tsx';

interface BadgeSampleProps {
  letter: string;
  rank: number;
  fill: 'filled' | 'outline' | 'dashed';
  label: string;
  sign: Sign;
  due?: boolean;
}

/** The badge as it stands on a CRM page, 136 × 24, for explaining it. */
export function BadgeSample({ letter, rank, fill, label, sign, due = false }: BadgeSampleProps) {
  return (
    <span className="badge-sample">
      <TierShape letter={letter} rank={rank} fill={fill} />
      <span className="badge-sample-label">{label}</span>
      <span className={due ? 'due-dot' : ''} />
      <span>
        <SignMark sign={sign} />
      </span>
    </span>
  );
}
