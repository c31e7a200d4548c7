/** The kinds of CRM record a page can show. */
export const RECORD_OBJECTS = ['account', 'contact', 'opportunity', 'ticket', 'lead'] as const;
export type RecordObject = (typeof RECORD_OBJECTS)[number];

/** One record of one CRM installation; ids are unique only within crm + instance + object. */
export interface CrmRecord {
  crm: string;
  instance: string;
  object: RecordObject;
  id: string;
}

/** `crm:instance:object:id`, each part percent-encoded, so that equal records have equal keys. */
export function formatRecordKey(record: CrmRecord): string {
  return [record.crm, record.instance, record.object, record.id].map(encodeURIComponent).join(':');
}

/** The record behind a key, or null when the text is not a record key. */
export function parseRecordKey(key: string): CrmRecord | null {
  const parts = key.split(':');
  if (parts.length !== 4 || parts.some((part) => part === '')) return null;
  try {
    const decoded = key.includes('%') ? parts.map(decodeURIComponent) : parts;
    const [crm, instance, object, id] = decoded as [string, string, string, string];
    if (!(RECORD_OBJECTS as readonly string[]).includes(object)) return null;
    return { crm, instance, object: object as RecordObject, id };
  } catch {
    return null;
  }
}
