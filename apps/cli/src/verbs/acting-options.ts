import type { Command } from 'commander';

/** The options of a verb in which somebody acts. `does` says what; `persona` is who does it where nobody is named. */
export const actingOptions = (command: Command, does: string, persona: string): Command =>
  command
    .option('--by <who>', `${does}: a persona, or a person's id together with --org`, persona)
    .option('--org <id>', 'the organization (default: the one of the persona)')
    .option('--json', 'print as JSON');
