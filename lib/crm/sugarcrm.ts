import type { CrmDefinition } from './types.ts';

export const sugarcrm: CrmDefinition = {
  id: 'sugarcrm',
  name: 'SugarCRM',
  hosts: ['https://*.sugarondemand.com/*'],
  // Ids are UUIDs or imported texts; the digit tells them from routes such as `create`.
  hash: /^#(?<object>Accounts|Contacts|Opportunities|Cases|Leads)\/(?<id>(?=[^/]*\d)[\w-]{1,36})(?:\/layout\/record)?\/?$/,
  list: /^#(?:Accounts|Contacts|Opportunities|Cases|Leads)\/?$/,
  titles: ['.headerpane [data-fieldname="name"]'],
  outside: '.drawer:not(.active),.preview',
  region: '#content,.headerpane',
  parentLinks: ['.record [data-fieldname="account_name"] a[href*="#Accounts/"]'],
  linkSelector: 'a[href*="#Accounts/"]',
};
