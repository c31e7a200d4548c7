import type { Encoding } from '../decode.ts';
import type { Preset } from '../source.ts';
import { northwind } from './northwind.ts';
import { ravenstack } from './ravenstack.ts';
import { superstore } from './superstore.ts';

export const PRESET_NAMES = ['superstore', 'ravenstack', 'northwind'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** Readers of well-known sample data, each with the encoding its files have. */
export const presets: Readonly<Record<PresetName, { preset: Preset; encoding: Encoding }>> = {
  superstore: { preset: superstore, encoding: 'windows-1252' },
  ravenstack: { preset: ravenstack, encoding: 'utf-8' },
  northwind: { preset: northwind, encoding: 'utf-8' },
};
