/** A database that is opened when it is first asked, and again where it was closed or did not open. */
export class Connection<D extends { close(): void }> {
  readonly #connect: (onClosed: () => void) => Promise<D>;
  #opened: Promise<D> | null = null;

  /** @param connect opens the database; `onClosed` is to be called where it has to be closed or is closed already */
  constructor(connect: (onClosed: () => void) => Promise<D>) {
    this.#connect = connect;
  }

  /** The open database. @throws what opening it throws */
  open(): Promise<D> {
    if (this.#opened !== null) return this.#opened;
    const opened = this.#connect(() => {
      if (this.#opened === opened) this.#opened = null;
      void closed(opened);
    });
    this.#opened = opened;
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = null;
    });
    return opened;
  }

  /** What is under way ends; the next question opens it again. */
  close(): void {
    if (this.#opened !== null) void closed(this.#opened);
    this.#opened = null;
  }
}

function closed(database: Promise<{ close(): void }>): Promise<void> {
  return database.then((opened) => opened.close()).catch(() => {});
}
