import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The day the small company's books stand at. */
export const TODAY = new Date('2026-03-15T12:00:00');

/** Files of a company small enough to know by heart: two teams, three territories, six accounts. */
export const SMALL_COMPANY: Readonly<Record<string, string>> = {
  company: 'name,currency\nKontor,EUR\n',
  people: `person_id,name,email,phone,pool,team,role,territories
rep,Rita Rep,rita@example.com,+49 1,field,North,rep,Nord
inside,Ingo Innen,,,inside,North,inside,Nord;West
lead,Lea Lead,,,field,North,lead,Nord;West
south,Sam South,,,field,South,lead,Süd
ops,Olga Ops,,,inside,,operations,
`,
  accounts: `account_id,name,territory,owner,deputy,parent,since,potential,multiplier,multiplier_until,assigned_level,website,closed_on
a1,Adler GmbH,Nord,rep,inside,,2020-01-01,,no,,EXKLUSIV,,
a2,Birke AG,Nord,rep,,a1,2020-01-01,6000.00,no,,,,
a3,Clemens,West,inside,,,2020-01-01,,yes,2027-01-01,,,
a4,"Dorn, ""Kontor""",Süd,south,,,2020-01-01,,no,,BASIS,,
a5,<img onerror=alert(1)>,Süd,south,,,,,no,,,,
a6,Roth,Süd,,,,2026-01-10,,no,,,,
`,
  'record-keys': `crm,instance,object,id,account_id
samplecrm,-,account,a1,a1
samplecrm,-,contact,c1,a1
salesforce,ACME,account,001A0000006Vm9r,a2
samplecrm,-,account,a4,a4
samplecrm,-,ticket,t4,a4
`,
  'capacity-rates': `pool,valid_from,rate,practical_minutes_per_month
field,2025-01-01,90.00,
inside,2025-01-01,45.00,
`,
  'exchange-rates': 'month,currency,rate\n2025-11,USD,0.9234\n',
  'money-lines': `source,external_id,account_id,booked_on,kind,amount,currency
erp,1,a1,2025-11-03,sales,120000.00,EUR
erp,2,a1,2025-11-03,product_cost,78000.00,EUR
erp,3,a1,2025-12-01,freight,3600.00,EUR
erp,4,a2,2025-11-05,sales,20000.00,USD
erp,5,a2,2025-11-05,product_cost,4000.005,EUR
erp,6,a3,2026-01-05,sales,8000.00,EUR
erp,7,a3,2026-01-05,credit_note,46.00,EUR
erp,8,a4,2026-02-05,sales,5000.00,EUR
erp,9,a4,2026-02-05,product_cost,4100.00,EUR
`,
  activities: `source,external_id,account_id,occurred_on,type,count,minutes,cause
crm,1,a1,2025-11-10,visit,1,,customer
crm,2,a1,2026-03-10,call,2,,customer
crm,3,a4,2026-01-20,visit,10,,customer
crm,4,a4,2026-01-21,call,1,13,customer
crm,5,a3,2026-01-22,ticket,1,,own_fault
crm,6,,2026-01-23,call,3,,customer
`,
  cases: `account_id,kind,start,horizon_quarters,budget,plan,level,sponsor,approver,approved_on
a5,development,2025-10,8,2500.00,-500.00;-800.005;100,BASIS,Lea,Olga,2025-09-15
`,
  decisions: 'account_id,kind,decided_on,deadline,decided_by\na4,reprice,2026-02-01,2026-06-30,lead\n',
};

/** Writes files (kind → text or bytes) into a new folder; returns their paths, in the order given. */
export function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tierlens-'));
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name.includes('.') ? name : `${name}.csv`);
    writeFileSync(path, content);
    return path;
  });
}
