import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { ApiExtension, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { IsInt, IsString } from 'class-validator';
import { allowedBy, routesOf } from '#kernel/access';
import { Absent, IsListOf } from './fields.js';
import { requestClassesOf } from './routes.js';
import { documented } from './schemas.js';

/** Where the permission that a route asks for stands in its operation. */
const ALLOW = 'x-allow';

class ProblemFieldBody {
  /** A body field as a dotted path, a parameter, or a header by its name. */
  @IsString()
  field: string;

  @IsString()
  says: string;
}

/** RFC 9457, as this API fills it in. */
class ProblemBody {
  @IsString()
  type: string;

  @IsString()
  title: string;

  @IsInt()
  status: number;

  @IsString()
  detail: string;

  @Absent()
  @IsListOf(() => ProblemFieldBody, 1000)
  errors?: ProblemFieldBody[];

  @Absent()
  @IsInt()
  revision?: number;

  /** Whom to call instead. */
  @Absent()
  @IsString()
  phone?: string;
}

/** The API described in OpenAPI 3.1, in an order that depends on nothing but the API. */
export const openApiDocument = (app: INestApplication, version: string): OpenAPIObject => {
  for (const route of routesOf(new DiscoveryService(app.get(ModulesContainer)))) {
    for (const type of requestClassesOf(route)) documented(type);
    const { controller, method, handler } = route;
    ApiExtension(ALLOW, allowedBy(handler))(controller.prototype, method, { value: handler });
  }
  const described = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Forthright')
    .setDescription('Event-sourced patient safety: reports, reviews, resolution and their measures on one ledger.')
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, described, {
    extraModels: [documented(ProblemBody)],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return ordered(withProblems(document));
};

/** Every operation may answer with a problem; those for anyone need no token. */
const withProblems = (document: OpenAPIObject): OpenAPIObject => {
  const schema = { $ref: '#/components/schemas/ProblemBody' };
  for (const item of Object.values(document.paths))
    for (const operation of Object.values(item as Record<string, Record<string, unknown>>)) {
      operation.responses = {
        ...(operation.responses as object),
        default: { description: 'A problem.', content: { 'application/problem+json': { schema } } },
      };
      if (operation[ALLOW] === 'anyone') operation.security = [];
    }
  return document;
};

const ordered = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: byName(document.paths, byName),
  components: { ...document.components, schemas: byName(document.components?.schemas ?? {}) },
});

const byName = <T extends object>(members: T, each: (member: object) => object = (member) => member): T =>
  Object.fromEntries(
    Object.entries(members)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, each(member)]),
  ) as T;

/** Serves the document at `/openapi.json` and as pages, from our own machine, at `/docs`. */
export const serveOpenApi = (app: INestApplication, document: OpenAPIObject): void =>
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Forthright API',
  });
