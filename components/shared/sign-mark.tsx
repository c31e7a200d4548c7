export type Sign = 'carries' | 'even' | 'carried' | 'plan' | 'open';
export type UserState = 'carries' | 'even' | 'carried' | 'plan' | 'review' | 'open';

/** The line is the black zero: a mound above it carries others, a bowl below it is carried. */
const PATHS: Record<Exclude<Sign, 'open'>, string> = {
  carries: 'M1 6.5A5 5 0 0 1 11 6.5ZM0 8H12V10H0Z',
  even: 'M0 5H12V7H0Z',
  carried: 'M1 5.5A5 5 0 0 0 11 5.5ZM0 2H12V4H0Z',
  plan: 'M6 0L12 6L6 12L0 6Z',
};

/** Six headlines share four signs. */
export function signOf(state: UserState): Sign {
  return state === 'review' ? 'carried' : state;
}

/** Draws the sign of a state; nothing where there is no statement. The words stand beside it, so it is hidden. */
export function SignMark({ sign, size = 12 }: { sign: Sign; size?: number }) {
  if (sign === 'open') return null;
  return (
    <svg
      className={`sign sign-${sign}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[sign]} />
    </svg>
  );
}
