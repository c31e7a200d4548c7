import type { CsvRow } from '../read-csv.ts';
import { reshaped } from './made-rows.ts';
import type { NorthwindTables, Table } from './northwind.ts';

interface Employee {
  row: CsvRow;
  id: string;
  name: string;
  manager: string | null;
  inside: boolean;
}

/** Employees as people: who has others reporting to them leads the team of these. */
export async function* northwindPeople(tables: NorthwindTables): AsyncGenerator<CsvRow> {
  const employees = await readEmployees(tables.employees);
  const regions = await regionsByEmployee(tables);
  const nameOf = new Map(employees.map(({ id, name }) => [id, name]));
  const leads = new Set(employees.map(({ manager }) => manager));
  for (const { row, id, name, manager, inside } of employees) {
    const lead = leads.has(id);
    const head = lead ? id : manager;
    yield reshaped(row, {
      person_id: id,
      name,
      email: '',
      phone: row.values.homePhone ?? '',
      pool: inside ? 'inside' : 'field',
      team: head === null ? '' : `Team ${nameOf.get(head) ?? head}`,
      role: lead ? 'lead' : inside ? 'inside' : 'rep',
      territories: [...(regions.get(id) ?? [])].sort().join(';'),
    });
  }
}

/** Owner and territory of each customer: the employee of its newest order, and that employee's region. */
export async function ownersOf(
  tables: NorthwindTables,
): Promise<Map<string, { person: string; territory: string }>> {
  const regions = await regionsByEmployee(tables);
  const newest = new Map<string, { ordered: string; person: string }>();
  for await (const { values } of tables.orders()) {
    const { customerID = '', employeeID = '', orderDate = '' } = values;
    const known = newest.get(customerID);
    if (!known || orderDate > known.ordered)
      newest.set(customerID, { ordered: orderDate, person: employeeID });
  }
  return new Map(
    [...newest].map(([customer, { person }]) => {
      const [territory = 'Without owner'] = [...(regions.get(person) ?? [])].sort();
      return [customer, { person, territory }];
    }),
  );
}

async function readEmployees(table: Table): Promise<Employee[]> {
  const employees: Employee[] = [];
  for await (const row of table()) {
    const { employeeID = '', firstName = '', lastName = '', title = '', reportsTo = 'NULL' } = row.values;
    employees.push({
      row,
      id: employeeID,
      name: `${firstName} ${lastName}`,
      manager: reportsTo === 'NULL' ? null : reportsTo,
      inside: title.startsWith('Inside'),
    });
  }
  return employees;
}

async function regionsByEmployee(tables: NorthwindTables): Promise<Map<string, Set<string>>> {
  const regionNames = await column(tables.regions, 'regionID', 'regionDescription');
  const regionOf = await column(tables.territories, 'territoryID', 'regionID');
  const regions = new Map<string, Set<string>>();
  for await (const { values } of tables.employeeTerritories()) {
    const { employeeID = '', territoryID = '' } = values;
    const region = regionNames.get(regionOf.get(territoryID) ?? '');
    if (region) regions.set(employeeID, (regions.get(employeeID) ?? new Set()).add(region));
  }
  return regions;
}

async function column(table: Table, key: string, value: string): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  for await (const { values } of table()) result.set(values[key] ?? '', (values[value] ?? '').trim());
  return result;
}
