import type { CrmPage } from '../crm/types.ts';
import { type CrmRecord, formatRecordKey } from '../util/record-key.ts';

/** What the tab shows, as far as the overlay cares. */
export interface PageTarget extends CrmPage {
  url: URL;
  /** Equal for every URL that belongs to one page session: tabs of a record, pages of a list. */
  identity: string;
}

/** The page of one record. */
export type RecordTarget = PageTarget & { record: CrmRecord };

/** The page behind a committed URL, or null where nothing is drawn and nothing is watched. */
export function pageTarget(page: CrmPage | null, url: URL): PageTarget | null {
  if (!page) return null;
  const identity = page.record ? formatRecordKey(page.record) : `${page.adapter.id}:list`;
  return { ...page, url, identity };
}
