/** As much of a database as it takes to open it again. */
interface Reopenable {
  close(): void;
  open(): PromiseLike<unknown>;
}

/** What a browser with a full disk may leave without any answer is given up after this time (ms). */
const PATIENCE_MS = 10_000;

/**
 * Runs work on a database; where it fails or hangs the database is opened again and the work run once more. The
 * browser closes databases behind our back (disk full, damaged).
 * @param patienceMs after which no answer counts as a failure
 */
export async function reopening<T>(
  database: Reopenable,
  work: () => PromiseLike<T>,
  patienceMs: number = PATIENCE_MS,
): Promise<T> {
  try {
    return await within(work(), patienceMs);
  } catch {
    database.close();
    await within(database.open(), patienceMs);
    return within(work(), patienceMs);
  }
}

/** @throws where nothing has come after `ms` */
function within<T>(work: PromiseLike<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not answer')), ms);
    work.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
