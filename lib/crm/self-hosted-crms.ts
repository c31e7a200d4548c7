import { atomiccrm } from './atomiccrm.ts';
import { bitrix24 } from './bitrix24.ts';
import { dolibarr } from './dolibarr.ts';
import { erpnext } from './erpnext.ts';
import { espocrm } from './espocrm.ts';
import { frappecrm } from './frappecrm.ts';
import { generic } from './generic.ts';
import { krayin } from './krayin.ts';
import { odoo } from './odoo.ts';
import { sugarcrm } from './sugarcrm.ts';
import { suitecrm7 } from './suitecrm7.ts';
import { suitecrm8 } from './suitecrm8.ts';
import { tryton } from './tryton.ts';
import { twenty } from './twenty.ts';
import type { CrmDefinition } from './types.ts';
import { vtiger } from './vtiger.ts';

/**
 * CRMs that a company may run on a host of its own, tried by the shape of the address (makers' clouds of
 * some of them included). `generic` comes first: somebody described it for this very host.
 */
export const selfHostedCrms: readonly CrmDefinition[] = [
  generic,
  odoo,
  sugarcrm,
  suitecrm7,
  suitecrm8,
  vtiger,
  espocrm,
  twenty,
  dolibarr,
  tryton,
  erpnext,
  frappecrm,
  krayin,
  atomiccrm,
  bitrix24,
];
