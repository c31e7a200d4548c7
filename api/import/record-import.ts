import type { Session } from '../store/store.ts';
import type { ImportReport } from './import-report.ts';

/** Notes the import and its quarantined rows, so that operations can work them off. */
export async function recordImport(
  { db, copy }: Session,
  { now, files, report }: { now: Date; files: readonly string[]; report: ImportReport },
): Promise<void> {
  const { import_id } = await db
    .insertInto('imports')
    .values({
      imported_at: now,
      files: [...files],
      inserted: report.inserted,
      changed: report.changed,
      unchanged: report.unchanged,
      quarantined: report.quarantined,
    })
    .returning('import_id')
    .executeTakeFirstOrThrow();
  if (report.problems.length === 0) return;
  await copy(
    'quarantined_rows',
    ['import_id', 'file', 'line', 'column_name', 'value', 'reason', 'fix'],
    report.problems.map((row) => [import_id, row.file, row.line, row.column, row.value, row.reason, row.fix]),
  );
}
