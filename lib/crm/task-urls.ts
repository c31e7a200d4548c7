import type { CrmRecord } from '../util/record-key.ts';

/**
 * Forms for a new task, by address relative to an account's page, for CRMs that have one. They name the account
 * where the form takes it; what the task says is pasted by the user and never stands in an address.
 */
const FORMS: Readonly<Record<string, (id: string) => string>> = {
  samplecrm: (id) => `/tasks/new?account=${id}`,
  salesforce: (id) => `/lightning/o/Task/new?defaultFieldValues=${encodeURIComponent(`WhatId=${id}`)}`,
  hubspot: () => '?interaction=task',
  dynamics: () => '/main.aspx?pagetype=entityrecord&etn=task',
  espocrm: () => '#Task/create',
  suitecrm8: (id) => `#/tasks/edit?parent_type=Accounts&parent_id=${id}`,
  sugarcrm: () => '#Tasks/create',
  erpnext: (id) => `/app/todo/new?reference_type=Customer&reference_name=${id}`,
};

/**
 * Address of the CRM's form for a new task; null where it has none or its address is not known.
 * @param page address of the account's page
 */
export function newTaskUrl({ crm, object, id }: CrmRecord, page: string): string | null {
  const form = Object.hasOwn(FORMS, crm) ? FORMS[crm] : undefined;
  if (form === undefined || object !== 'account') return null;
  return new URL(form(encodeURIComponent(id)), page).href;
}
