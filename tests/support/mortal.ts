/** A worker's life: when it ends, nothing that was awaited ever comes back. */
export class Life {
  #steps: number;
  #end!: () => void;
  ended = false;
  /** While true nothing costs life: somebody only looks. */
  paused = false;
  /** Resolves when the life ends: locks are let go then. */
  readonly over = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  /** @param steps awaits until the end; Infinity for a long life */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /** Runs `work`, unless the life ends just before; its result is lost when the life ends just after. */
  async through<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#step()) return new Promise<T>(() => {});
    const result = await work();
    if (this.#step()) return new Promise<T>(() => {});
    return result;
  }

  #step(): boolean {
    if (!this.paused) this.#steps--;
    if (this.#steps <= 0 && !this.ended) {
      this.ended = true;
      this.#end();
    }
    return this.ended;
  }
}
