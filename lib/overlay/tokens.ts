/** Colours of one theme; contrasts between text and surface are at least 4.9:1. */
export interface Tokens {
  surface: string;
  text: string;
  border: string;
  /** Fill of the tier shape by rank 1, 2, 3, 4 and below, and the letter upon it. */
  ranks: readonly (readonly [fill: string, on: string])[];
  signs: Readonly<Record<'carries' | 'even' | 'carried' | 'plan', string>>;
  due: string;
}

export const LIGHT: Tokens = {
  surface: '#fff',
  text: '#1b2430',
  border: '#7a8699',
  ranks: [
    ['#1f3a8a', '#fff'],
    ['#0f5c63', '#fff'],
    ['#44546a', '#fff'],
    ['#5f6b7a', '#fff'],
  ],
  signs: { carries: '#0b5cad', even: '#44546a', carried: '#8a4b00', plan: '#5b3a9b' },
  due: '#a3195b',
};

export const DARK: Tokens = {
  surface: '#1b222c',
  text: '#e8edf3',
  border: '#8592a3',
  ranks: [
    ['#afc4ff', '#0e1a3a'],
    ['#7fd3d6', '#06282b'],
    ['#b8c4d2', '#1b222c'],
    ['#a3afbd', '#1b222c'],
  ],
  signs: { carries: '#7cc0ff', even: '#b8c4d2', carried: '#f0b35a', plan: '#c9b3ff' },
  due: '#ff8fbf',
};

/** Forced colours: system names only. Outlined letters take the fill's colour, as in the other themes. */
export const FORCED: Tokens = {
  surface: 'Canvas',
  text: 'CanvasText',
  border: 'CanvasText',
  ranks: Array.from({ length: 4 }, () => ['CanvasText', 'Canvas'] as const),
  signs: { carries: 'CanvasText', even: 'CanvasText', carried: 'CanvasText', plan: 'CanvasText' },
  due: 'Highlight',
};
