import { TierlensError } from './tierlens-error.ts';

/** The extension was updated or removed while the page stayed open: clean up, stay quiet. */
export class ContextInvalidatedError extends TierlensError {
  constructor(cause?: unknown) {
    super('context-invalidated', 'Updated or removed; reload the page.', { cause });
  }
}

/** Nobody answered a message: the worker could not start or its listener is missing. */
export class NoAnswerError extends TierlensError {
  constructor(cause?: unknown) {
    super('no-answer', 'No answer; reload the extension.', { cause });
  }
}

/** The worker answered with an error; `code` is the worker's. */
export class WorkerError extends TierlensError {}
