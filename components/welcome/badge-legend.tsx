import { BadgeSample } from '../shared/badge-sample.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import type { Sign } from '../shared/sign-mark.tsx';

const SAMPLES: readonly {
  key: 'carries' | 'due' | 'even' | 'carried' | 'plan' | 'open';
  letter: string;
  rank: number;
  fill: 'filled' | 'outline';
  label: { de: string; en: string };
  sign: Sign;
}[] = [
  {
    key: 'carries',
    letter: 'A',
    rank: 1,
    fill: 'filled',
    label: { de: 'Exklusiv', en: 'Exclusive' },
    sign: 'carries',
  },
  {
    key: 'due',
    letter: 'A',
    rank: 1,
    fill: 'filled',
    label: { de: 'Exklusiv', en: 'Exclusive' },
    sign: 'carries',
  },
  {
    key: 'even',
    letter: 'B',
    rank: 2,
    fill: 'filled',
    label: { de: 'Komfort', en: 'Comfort' },
    sign: 'even',
  },
  {
    key: 'carried',
    letter: 'C',
    rank: 3,
    fill: 'outline',
    label: { de: 'Basis', en: 'Basic' },
    sign: 'carried',
  },
  {
    key: 'plan',
    letter: 'B',
    rank: 2,
    fill: 'filled',
    label: { de: 'Komfort', en: 'Comfort' },
    sign: 'plan',
  },
  { key: 'open', letter: 'C', rank: 3, fill: 'outline', label: { de: 'Basis', en: 'Basic' }, sign: 'open' },
];

/** The badge in all its states with its meaning beside it; levels are examples. */
export function BadgeLegend() {
  const { t, language } = useI18n();
  return (
    <ul className="legend">
      {SAMPLES.map((sample) => (
        <li key={sample.key}>
          <BadgeSample
            letter={sample.letter}
            rank={sample.rank}
            fill={sample.fill}
            label={sample.label[language]}
            sign={sample.sign}
            due={sample.key === 'due'}
          />
          <span>{t(`welcome.badge.${sample.key}`)}</span>
        </li>
      ))}
    </ul>
  );
}
