import { z } from 'zod';
import { RECORD_OBJECTS } from '../util/record-key.ts';

const Host = z.string().min(1).max(255).toLowerCase();
const RecordWord = z.enum(RECORD_OBJECTS);

/** A CRM of the company's own, described by hand or by pointing at a page. */
export const GenericCrmSettings = z.object({
  /** Host name with port, as the address shows it. */
  host: Host,
  /** Path, query and hash of a record's page; `{id}` stands for the id, `*` for any one segment. */
  url: z.string().min(1).max(500).includes('{id}'),
  /** Selector of the element that carries the name; without it the badge docks. */
  title: z.string().max(500).optional(),
  object: RecordWord.optional(),
});
export type GenericCrmSettings = z.infer<typeof GenericCrmSettings>;

/** Ids and words only an administrator or a user knows; every CRM stands alone. */
export const CrmSettingsValues = z.object({
  monday: z.object({ boards: z.array(z.string().max(30)).max(50) }).optional(),
  sap: z.object({ accountView: z.string().max(100) }).optional(),
  /** Words of an installation's own actions in addresses, with the object they list. */
  odoo: z.object({ words: z.record(z.string().max(100), RecordWord) }).optional(),
  generic: z.array(GenericCrmSettings).max(50).optional(),
});
export type CrmSettingsValues = z.infer<typeof CrmSettingsValues>;

/** Adapter id by host (with port): which CRM runs on a company's own host. */
export const CrmSites = z.record(Host, z.string().max(30));
export type CrmSites = z.infer<typeof CrmSites>;

/** Where the docked badge stands: share of the free width and height, 0 to 1. */
export const DockPlace = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type DockPlace = z.infer<typeof DockPlace>;
