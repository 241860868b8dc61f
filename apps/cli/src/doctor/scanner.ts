import { ClamdScanner } from '#kernel/attachments';
import type { Config } from '#kernel/platform';
import { type Finding, ok, warn } from './finding.js';

/** Milliseconds that a scanner may take for a few bytes. */
const PATIENCE = 5000;

/** Whether there is a scanner of attachments, and whether it answers. Reports are taken without one; files wait, or say so. */
export const checkScanner = async ({ clamd }: Pick<Config, 'clamd'>): Promise<Finding> => {
  if (!clamd) return ok('scanner', 'none is named: attachments are handed out, and said to be unscanned');
  try {
    await new ClamdScanner(clamd, PATIENCE).scan(Buffer.from('Is anybody there?'));
    return ok('scanner', 'clamd answers');
  } catch (error) {
    return warn(
      'scanner',
      `clamd does not scan: ${(error as Error).message}`,
      'Start clamd, or check CLAMAV_HOST and CLAMAV_SOCKET: until then attachments stay locked up.',
    );
  }
};
