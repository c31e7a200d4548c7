import { attio } from './attio.ts';
import { capsule } from './capsule.ts';
import { close } from './close.ts';
import { copper } from './copper.ts';
import { dynamics } from './dynamics.ts';
import { freshsales } from './freshsales.ts';
import { generic } from './generic.ts';
import { hubspot } from './hubspot.ts';
import { insightly } from './insightly.ts';
import { keap } from './keap.ts';
import { monday } from './monday.ts';
import { netsuite } from './netsuite.ts';
import { nutshell } from './nutshell.ts';
import { oracle } from './oracle.ts';
import { pipedrive } from './pipedrive.ts';
import { salesforce } from './salesforce.ts';
import { samplecrm } from './samplecrm.ts';
import { sap } from './sap.ts';
import type { CrmDefinition } from './types.ts';
import { zendesksell } from './zendesksell.ts';
import { zoho } from './zoho.ts';

/**
 * CRMs that live on their maker's hosts, and `generic`, which may be described for any host. A content
 * script for one of these hosts needs no other: that halves what it loads into the page.
 */
export const cloudCrms: readonly CrmDefinition[] = [
  generic,
  samplecrm,
  salesforce,
  hubspot,
  dynamics,
  pipedrive,
  zoho,
  freshsales,
  zendesksell,
  close,
  copper,
  insightly,
  attio,
  monday,
  capsule,
  netsuite,
  oracle,
  sap,
  nutshell,
  keap,
];
