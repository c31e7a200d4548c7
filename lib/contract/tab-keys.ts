import { z } from 'zod';

/** Record keys of the page each tab shows, by the tab's number: the record itself first, then what it leads to. */
export const TabKeys = z.record(z.string(), z.array(z.string()));
export type TabKeys = z.infer<typeof TabKeys>;
