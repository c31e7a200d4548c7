/** What the page may read of us: names of button and frame, the same for every account. */
export const NEUTRAL_NAMES = { de: 'Kundeninformation', en: 'Customer information' } as const;
