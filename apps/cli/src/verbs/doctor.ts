import type { Command } from 'commander';
import { type Config, ConfigProblem, readConfig, SystemClock } from '#kernel/platform';
import { examine } from '../doctor/examination.js';
import { type Finding, fail } from '../doctor/finding.js';
import { foundStores } from '../session/instance.js';
import { show } from './output.js';

export const doctorVerb = (program: Command): void => {
  program
    .command('doctor')
    .description('look at everything an installation leans on, and say what to do about what is wrong; changes nothing')
    .option('--json', 'print as JSON: { ok, findings: [{ check, state, says, todo? }] }')
    .addHelpText(
      'after',
      '\nAsks nobody for permission, since it must work where nothing else does; it shows no record of anybody.\nExit code: 1 when something fails.',
    )
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await findingsHere();
      const report = { ok: findings.every(({ state }) => state !== 'fail'), findings };
      show(json, report, findings.map(line).join('\n'));
      if (!report.ok) process.exitCode = 1;
    });
};

const findingsHere = async (): Promise<readonly Finding[]> => {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigProblem) return [fail('configuration', error.message, 'Set these variables.')];
    throw error;
  }
  const clock = new SystemClock();
  return examine({ config, stores: foundStores(config), here: () => Date.parse(clock.now()) });
};

const line = ({ check, state, says, todo }: Finding): string =>
  `${state.padEnd(4)}  ${check.padEnd(12)} ${says}${todo ? `\n${' '.repeat(19)}-> ${todo}` : ''}`;
