/**
 * Goes on with a value: at once where it is there, else when it comes. For answers that are hardly ever waited for; a
 * promise for each would make whoever asked wait for the end of the turn.
 */
export function andThen<T, R>(value: T | Promise<T>, next: (value: T) => R | Promise<R>): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
