interface TierShapeProps {
  letter: string;
  /** 1 hexagon, 2 square, 3 and below round. */
  rank: number;
  /** `neutral` where the level is not known: it says nothing of who serves. */
  fill: 'filled' | 'outline' | 'dashed' | 'neutral';
  /** 20×18 as on the badge, or 32×28 as in heads. */
  size?: 'small' | 'large';
}

/** The tier as on the badge: the shape is the rank, the filling says who may come to visit. */
export function TierShape({ letter, rank, fill, size = 'small' }: TierShapeProps) {
  const stroke = fill === 'outline' ? 2 : fill === 'dashed' ? 1.5 : 0;
  return (
    <span className={`tier tier-${size} tier-rank-${Math.min(Math.max(rank, 1), 4)} tier-${fill}`}>
      <svg viewBox="0 0 20 18" aria-hidden="true" focusable="false">
        <Outline rank={rank} inset={stroke / 2} dashed={fill === 'dashed'} stroke={stroke} />
      </svg>
      <span className="tier-letter">{letter}</span>
    </span>
  );
}

function Outline({
  rank,
  inset,
  dashed,
  stroke,
}: {
  rank: number;
  inset: number;
  dashed: boolean;
  stroke: number;
}) {
  const line = { strokeWidth: stroke, ...(dashed ? { strokeDasharray: '3.2 2.2' } : {}) };
  if (rank <= 1) {
    const slant = 5 - inset * 0.25;
    const [left, right, top, bottom] = [inset * 1.15, 20 - inset * 1.15, inset, 18 - inset];
    const points = `${slant + inset},${top} ${20 - slant - inset},${top} ${right},9 ${20 - slant - inset},${bottom} ${slant + inset},${bottom} ${left},9`;
    return <polygon points={points} {...line} />;
  }
  return (
    <rect
      x={inset}
      y={inset}
      width={20 - 2 * inset}
      height={18 - 2 * inset}
      rx={(rank === 2 ? 4 : 9) - inset}
      {...line}
    />
  );
}
