import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleCompany, Table } from './generate-company.ts';

/** Writes `figures/*.csv` (for the import) and `crm/*.csv` (for the sample CRM); returns the figures' paths. */
export async function writeCompany(folder: string, company: SampleCompany): Promise<string[]> {
  await writeTables(join(folder, 'crm'), company.crm);
  return writeTables(join(folder, 'figures'), company.figures);
}

async function writeTables(folder: string, tables: Readonly<Record<string, Table>>): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    Object.entries(tables).map(async ([name, rows]) => {
      const path = join(folder, `${name}.csv`);
      await writeFile(path, formatCsv(rows));
      return path;
    }),
  );
}

/** Comma-separated with a header row; fields quoted where they must be. */
export function formatCsv(rows: Table): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => quote(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
