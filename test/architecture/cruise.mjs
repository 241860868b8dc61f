/**
 * Prints which import rules each of the given folders breaks, as JSON: `[{ folder, modules, broken: [{ rule, from, to }] }]`.
 * A process of its own, since dependency-cruiser is a module that Jest on Node 20 cannot load.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import ruleSet from './rules.cjs';

const ROOTS = ['apps', 'libs', 'test'];

const judge = async (folder) => {
  const { output } = await cruise(
    ROOTS.filter((root) => existsSync(join(folder, root))),
    {
      baseDir: folder,
      ruleSet,
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules/' },
      exclude: { path: '^test/architecture/violations/' },
    },
    { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  );
  const broken = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { folder, modules: output.modules.length, broken };
};

const verdicts = [];
for (const folder of process.argv.slice(2)) verdicts.push(await judge(folder));
console.log(JSON.stringify(verdicts));
