/** One measured figure, printed as one JSON line. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it is compared with: a peer of the same run, or a fixed limit. */
  against: string;
  /** `value` over the value of `against`. */
  ratio: number;
  /** Bound on the ratio, as a person writes it: `≤ 1`. */
  aim: string;
  holds: boolean;
  stretch?: string;
}

export interface BenchOptions {
  /** Size of the input, where a bench has one. */
  rows: number;
}

/** What a `bench/<name>.bench.ts` exports as `bench`. */
export interface Bench {
  /** One sentence for the list of benches. */
  about: string;
  run(options: BenchOptions): AsyncIterable<Figure>;
}

/** A figure that must not pass a limit. */
export function atMost(name: string, value: number, unit: string, limit: number, against: string): Figure {
  const ratio = Number((value / limit).toFixed(4));
  return { name, value, unit, against, ratio, aim: '≤ 1', holds: value <= limit };
}
