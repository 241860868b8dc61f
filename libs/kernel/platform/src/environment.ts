import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, IsUUID, Matches, Max, Min, validateSync } from 'class-validator';
import type { Pooling } from './role-settings.js';

const local = { protocols: ['http', 'https'], require_tld: false };

/** The environment, read once and checked. Each property says which variable it comes from. */
export class Environment {
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
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_DIRECT_URL must begin with postgresql://' })
  DATABASE_DIRECT_URL?: string;

  @IsIn(['session', 'transaction'])
  DATABASE_POOLING: Pooling = 'session';

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

  /** Addresses or CIDR blocks of the proxies in front, with commas between them. */
  @IsOptional()
  @Matches(/^[0-9a-f.:/]+( *, *[0-9a-f.:/]+)*$/i, {
    message: 'TRUSTED_PROXIES must be addresses or CIDR blocks with commas between them',
  })
  TRUSTED_PROXIES?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9.-]{1,253}(:\d{1,5})?$/, { message: 'CLAMAV_HOST must be a host, or host:port' })
  CLAMAV_HOST?: string;

  @IsOptional()
  @Matches(/^\//, { message: 'CLAMAV_SOCKET must be an absolute path' })
  CLAMAV_SOCKET?: string;

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

/** A variable of the environment is missing or wrong; the message names each one. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
}

/** A pooler lends connections for one transaction; queues in PostgreSQL wait on one for what comes. */
const LENT = 'QUEUES=postgresql needs connections of its own: it does not go with DATABASE_POOLING=transaction';

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
  if (environment.QUEUES === 'postgresql' && environment.DATABASE_POOLING === 'transaction') missing.push(LENT);
  if (environment.CLAMAV_HOST && environment.CLAMAV_SOCKET)
    missing.push('CLAMAV_HOST and CLAMAV_SOCKET are two ways to one scanner: set one of them');
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
export const readEnvironment = (env: NodeJS.ProcessEnv): Environment => {
  const known = Object.keys(new Environment()).concat(
    'DATABASE_URL',
    'DATABASE_DIRECT_URL',
    'REDIS_URL',
    'QUEUES',
    'MASTER_KEY',
    'METRICS_PORT',
    'TRUSTED_PROXIES',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'CLAMAV_HOST',
    'CLAMAV_SOCKET',
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
  return environment;
};
