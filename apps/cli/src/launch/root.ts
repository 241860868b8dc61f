import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootAbove = (folder: string): string =>
  existsSync(join(folder, 'package.json')) || folder === dirname(folder) ? folder : rootAbove(dirname(folder));

/** The folder of this installation: the nearest above with a package.json, whether this file was bundled or not. */
export const ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)));
