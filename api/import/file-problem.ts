import { type RowProblem, shorten } from './row-problem.ts';

/** A file that cannot be read to its end: nothing of it may be applied, quarantine or not. */
export class FileProblem extends Error {
  readonly problem: RowProblem;

  constructor(problem: RowProblem) {
    super(problem.reason);
    this.problem = { ...problem, value: shorten(problem.value) };
  }
}
