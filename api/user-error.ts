/** An expected failure whose message says what to do; shown without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
