import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, IsUUID, Matches, Max, Min, validateSync } from 'class-validator';

const local = { protocols: ['http', 'https'], require_tld: false };

/** An identity provider whose tokens we accept; it speaks for exactly one organization. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly org: string;
}

/** The environment, read once and checked. Each property says which variable it comes from. */
class Environment {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgresql://' })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL must begin with redis:// or rediss://' })
  REDIS_URL?: string;

  @IsOptional()
  @IsIn(['redis', 'postgresql'])
  QUEUES?: 'redis' | 'postgresql';

  @Matches(/^[a-z0-9-]{1,40}$/, { message: 'REDIS_PREFIX must be 1 to 40 of a-z, 0-9 and -' })
  REDIS_PREFIX = 'forthright';

  @IsString()
  DATA_DIR = '.data';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'MASTER_KEY must be 32 bytes in base64' })
  MASTER_KEY?: string;

  @Matches(/^(127\.0\.0\.1|0\.0\.0\.0|::1?|localhost)$/, { message: 'HOST must be a loopback or wildcard address' })
  HOST = '127.0.0.1';

  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65_535)
  METRICS_PORT?: number;

  @IsOptional()
  @IsUrl(local)
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  @IsOptional()
  @IsUrl(local)
  OIDC_ISSUER?: string;

  @IsOptional()
  @IsString()
  OIDC_AUDIENCE?: string;

  @IsOptional()
  @IsUrl(local)
  OIDC_JWKS_URL?: string;

  @IsOptional()
  @IsUUID()
  OIDC_ORG?: string;
}

/** How this process was told to run. */
export interface Config {
  readonly mode: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  /** That the queues are to live in PostgreSQL, or must not; absent: where there is no Redis to be had. */
  readonly queues?: 'redis' | 'postgresql';
  readonly redisPrefix: string;
  readonly dataDir: string;
  readonly logLevel: string;
  readonly masterKey?: string;
  readonly oidc?: IdentityProvider;
  /** Where the worker serves its metrics; nowhere if absent. */
  readonly metricsPort?: number;
  /** The collector that spans go to; none if absent. */
  readonly otlpEndpoint?: string;
}

/** A {@link Config} whose stores are known. Without a `redisUrl` the queues live in PostgreSQL. */
export type ConnectedConfig = Config & { readonly databaseUrl: string };

/** A variable of the environment is missing or wrong; the message names each one. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
}

const LOOPBACK = /^(127\.0\.0\.1|::1|localhost)$/;

/** What is safe only together: TLS to the identity provider, and our own issuer on this machine alone. */
const unsafe = ({ NODE_ENV, HOST, OIDC_ISSUER, OIDC_JWKS_URL }: Environment): string[] => [
  ...Object.entries({ OIDC_ISSUER, OIDC_JWKS_URL })
    .filter(([, url]) => NODE_ENV === 'production' && url !== undefined && !/^https:/i.test(url))
    .map(([name]) => `${name} must begin with https:// in production`),
  ...(NODE_ENV === 'development' && !LOOPBACK.test(HOST)
    ? ['HOST must be a loopback address in development, where the development issuer signs in anybody who asks']
    : []),
];

const required = (environment: Environment): string[] => {
  const missing: string[] = [];
  if (environment.NODE_ENV === 'production')
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'MASTER_KEY', 'OIDC_ISSUER'] as const)
      if (!environment[name] && !(name === 'REDIS_URL' && environment.QUEUES === 'postgresql'))
        missing.push(`${name} is required in production`);
  if (environment.OIDC_ISSUER)
    for (const name of ['OIDC_AUDIENCE', 'OIDC_JWKS_URL', 'OIDC_ORG'] as const)
      if (!environment[name]) missing.push(`${name} is required beside OIDC_ISSUER`);
  return missing;
};

/** Reads and checks the environment. Throws {@link ConfigProblem} that names every variable that is wrong. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const known = Object.keys(new Environment()).concat(
    'DATABASE_URL',
    'REDIS_URL',
    'QUEUES',
    'MASTER_KEY',
    'METRICS_PORT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OIDC_ISSUER',
    'OIDC_AUDIENCE',
    'OIDC_JWKS_URL',
    'OIDC_ORG',
  );
  const given = Object.fromEntries(known.filter((name) => env[name]).map((name) => [name, env[name]]));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const wrong = validateSync(environment).flatMap(({ constraints }) => Object.values(constraints ?? {}));
  const problems = [...wrong, ...required(environment), ...unsafe(environment)];
  if (problems.length > 0) throw new ConfigProblem(problems.join('; '));
  return {
    mode: environment.NODE_ENV,
    host: environment.HOST,
    port: environment.PORT,
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.QUEUES === 'postgresql' ? undefined : environment.REDIS_URL,
    queues: environment.QUEUES,
    redisPrefix: environment.REDIS_PREFIX,
    dataDir: environment.DATA_DIR,
    logLevel: environment.LOG_LEVEL,
    masterKey: environment.MASTER_KEY,
    oidc: identityProvider(environment),
    metricsPort: environment.METRICS_PORT,
    otlpEndpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
};

const identityProvider = ({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, OIDC_ORG }: Environment) =>
  OIDC_ISSUER && OIDC_AUDIENCE && OIDC_JWKS_URL && OIDC_ORG
    ? { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, jwksUrl: OIDC_JWKS_URL, org: OIDC_ORG.toLowerCase() }
    : undefined;

/** Reads the environment of a process that starts no stores of its own: it must be told where they are. */
export const connectedConfig = (env: NodeJS.ProcessEnv): ConnectedConfig => {
  const config = readConfig(env);
  const { databaseUrl, redisUrl, queues } = config;
  if (!databaseUrl || (!redisUrl && queues !== 'postgresql'))
    throw new ConfigProblem(
      'DATABASE_URL and REDIS_URL (or QUEUES=postgresql) are required here; `npm start` brings stores of its own',
    );
  return { ...config, databaseUrl };
};
