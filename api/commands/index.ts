import type { Command } from 'commander';
import { register as appraise } from './appraise.ts';
import { register as assess } from './assess.ts';
import { register as importCommand } from './import.ts';
import { register as match } from './match.ts';
import { register as policy } from './policy.ts';
import { register as prospect } from './prospect.ts';
import { register as publish } from './publish.ts';
import { register as report } from './report.ts';
import { register as serve } from './serve.ts';
import { register as statement } from './statement.ts';
import { register as token } from './token.ts';

/** All commands; each registers itself under the name of its file. */
export const commands: readonly ((program: Command) => void)[] = [
  appraise,
  assess,
  importCommand,
  match,
  policy,
  prospect,
  publish,
  report,
  serve,
  statement,
  token,
];
