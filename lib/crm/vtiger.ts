import type { CrmDefinition } from './types.ts';

/** Record numbers are one sequence for all modules: the module decides. */
export const vtiger: CrmDefinition = {
  id: 'vtiger',
  name: 'vTiger',
  hosts: ['https://*.vtiger.com/*'],
  read({ pathname, searchParams: query }) {
    const detail = /\/(?:index\.php)?$/.test(pathname) && query.get('view') === 'Detail';
    if (!detail || query.has('relatedModule')) return null;
    return [query.get('module'), /^[1-9]\d*$/.exec(query.get('record') ?? '')?.[0]];
  },
  isList: ({ searchParams: query }) =>
    query.get('view') === 'List' &&
    /^(?:Accounts|Contacts|Potentials|HelpDesk|Leads)$/.test(query.get('module') ?? ''),
  titles: ['.recordBasicInfo .recordLabel', '.record-header .recordLabel'],
  region: '.detailViewContainer,.main-container,body',
  heading: (element) => element.getAttribute('title'),
  parentLinks: ['.detailViewContainer .fieldValue a[href*="module=Accounts"]'],
  // A row repeats its link in a hidden menu: only those in cells and fields count.
  linkSelector: ':is(.value,.fieldValue,.relatedContents) a[href*="module=Accounts&view=Detail"]',
};
