/** Root of all expected errors; `code` is stable, the message says the likely fix. */
export class TierlensError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}
