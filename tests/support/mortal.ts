/** A worker's life: when it ends, nothing that was awaited ever comes back. */
export class Life {
  #steps: number;
  ended = false;

  /** @param steps awaits until the end; Infinity for a long life */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /** Runs `work`, unless the life ends just before; its result is lost when the life ends just after. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#end()) return new Promise<T>(() => {});
    const result = await work();
    if (this.#end()) return new Promise<T>(() => {});
    return result;
  }

  #end(): boolean {
    this.#steps--;
    this.ended ||= this.#steps <= 0;
    return this.ended;
  }
}

/** `target` whose asynchronous methods named here take part in a life. */
export function mortal<T extends object>(target: T, life: Life, methods: readonly (keyof T)[]): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      if (typeof value !== 'function') return value;
      const bound = value.bind(object) as (...args: unknown[]) => Promise<unknown>;
      if (!methods.includes(name as keyof T)) return bound;
      return (...args: unknown[]) => life.through(() => bound(...args));
    },
  });
}
