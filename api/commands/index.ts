import type { Command } from 'commander';
import { register as assess } from './assess.ts';
import { register as importCommand } from './import.ts';
import { register as report } from './report.ts';

/** All commands; each registers itself under the name of its file. */
export const commands: readonly ((program: Command) => void)[] = [assess, importCommand, report];
