import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { AccessGuard, routesWithoutAllow } from '#kernel/access';
import type { Logger } from '#kernel/platform';
import { ProblemFilter } from './problem.filter.js';
import { uncheckedInputs } from './routes.js';
import { strictValidation } from './validation.js';

/** What is wrong with the application's routes: those that anyone could use, and inputs that nothing checks. */
export const routeFaults = (app: INestApplication): string[] => {
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  return [
    ...routesWithoutAllow(discovery).map((route) => `${route} has no @Allow`),
    ...uncheckedInputs(discovery).map((input) => `${input} has no class that it is checked against`),
  ];
};

/**
 * Puts the edge around an application: the guard, strict validation, problems. Refuses to when a route is open by
 * mistake. Call it before the application listens; TokenVerifier, RoleCache and RefusedActs must be provided.
 */
export const edge = (app: INestApplication, log: Logger): void => {
  const faults = routeFaults(app);
  if (faults.length > 0) throw new Error(`The application may not start: ${faults.join('; ')}`);
  app.useGlobalGuards(app.get(AccessGuard));
  app.useGlobalPipes(strictValidation());
  app.useGlobalFilters(new ProblemFilter(log));
};
