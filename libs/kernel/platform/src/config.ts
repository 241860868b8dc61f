import { ConfigProblem, type Environment, readEnvironment } from './environment.js';
import { pooled } from './role-settings.js';

/** An identity provider whose tokens we accept; it speaks for exactly one organization. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly org: string;
}

/** Where clamd listens: a socket in the file system, or a host and port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** How this process was told to run. */
export interface Config {
  readonly mode: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  readonly databaseUrl?: string;
  /** The same database without a pooler in front of it, for migrations; absent where `databaseUrl` is that already. */
  readonly databaseDirectUrl?: string;
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
  /** Whose word about a caller's address is believed: addresses or CIDR blocks; nobody's if absent. */
  readonly trustedProxies?: readonly string[];
  /** The collector that spans go to; none if absent. */
  readonly otlpEndpoint?: string;
  /** The scanner of attachments; none if absent, and then each attachment says so. */
  readonly clamd?: ClamdAddress;
}

/** A {@link Config} whose stores are known. Without a `redisUrl` the queues live in PostgreSQL. */
export type ConnectedConfig = Config & { readonly databaseUrl: string };

/** Reads and checks the environment. Throws {@link ConfigProblem} that names every variable that is wrong. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const environment = readEnvironment(env);
  return {
    mode: environment.NODE_ENV,
    host: environment.HOST,
    port: environment.PORT,
    databaseUrl: addressOf(environment),
    databaseDirectUrl: environment.DATABASE_DIRECT_URL,
    redisUrl: environment.QUEUES === 'postgresql' ? undefined : environment.REDIS_URL,
    queues: environment.QUEUES,
    redisPrefix: environment.REDIS_PREFIX,
    dataDir: environment.DATA_DIR,
    logLevel: environment.LOG_LEVEL,
    masterKey: environment.MASTER_KEY,
    oidc: identityProvider(environment),
    metricsPort: environment.METRICS_PORT,
    trustedProxies: environment.TRUSTED_PROXIES?.split(',').map((one) => one.trim()),
    otlpEndpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT,
    clamd: clamdAddress(environment),
  };
};

/** Where PostgreSQL is: said to be behind a pooler, if it is. */
const addressOf = ({ DATABASE_URL, DATABASE_POOLING }: Environment): string | undefined =>
  DATABASE_URL && DATABASE_POOLING === 'transaction' ? pooled(DATABASE_URL) : DATABASE_URL;

const CLAMD_PORT = 3310;

const clamdAddress = ({ CLAMAV_HOST, CLAMAV_SOCKET }: Environment): ClamdAddress | undefined => {
  if (CLAMAV_SOCKET) return { path: CLAMAV_SOCKET };
  const [host, port = CLAMD_PORT] = CLAMAV_HOST?.split(':') ?? [];
  return host ? { host, port: Number(port) } : undefined;
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
