import { Command } from 'commander';
import { commands } from './commands/index.ts';
import { UserError } from './user-error.ts';

/** The command line `tierlens`; each command is one file in `commands/`. */
const program = new Command('tierlens')
  .description('Which care has this customer paid for, and is another customer paying for it?')
  .showHelpAfterError('(--help shows what is possible)')
  .configureHelp({ sortSubcommands: true });
for (const register of commands) register(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
