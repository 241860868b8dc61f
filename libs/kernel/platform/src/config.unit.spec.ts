import { connectedConfig, readConfig } from './config.js';
import { ConfigProblem } from './environment.js';
import { poolingOf } from './role-settings.js';

const masterKey = Buffer.alloc(32, 1).toString('base64');
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://db/forthright',
  REDIS_URL: 'redis://cache',
  MASTER_KEY: masterKey,
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_AUDIENCE: 'forthright',
  OIDC_JWKS_URL: 'https://id.example.org/jwks',
  OIDC_ORG: '0192a000-0000-7000-8000-000000000001',
};

describe('the configuration', () => {
  it('needs nothing on a development machine', () => {
    expect(readConfig({})).toMatchObject({ mode: 'development', host: '127.0.0.1', port: 3000, dataDir: '.data' });
  });
  it('takes production with everything said', () => {
    expect(readConfig(production)).toMatchObject({ mode: 'production', oidc: { issuer: 'https://id.example.org' } });
  });
  it('says in the address that a pooler is in front of the database', () => {
    const told = readConfig({ ...production, DATABASE_POOLING: 'transaction' });
    expect(poolingOf(told.databaseUrl ?? '')).toBe('transaction');
    expect(poolingOf(readConfig(production).databaseUrl ?? '')).toBe('session');
    expect(() => readConfig({ DATABASE_POOLING: 'statement' })).toThrow(/DATABASE_POOLING/);
  });
  it('lets no queue wait on connections that a pooler lends', () => {
    expect(() => readConfig({ QUEUES: 'postgresql', DATABASE_POOLING: 'transaction' })).toThrow(/of its own/);
  });

  it('needs no Redis where the queues are to live in PostgreSQL', () => {
    const { REDIS_URL: _, ...without } = production;
    expect(connectedConfig({ ...without, QUEUES: 'postgresql' })).toMatchObject({ queues: 'postgresql' });
    expect(connectedConfig({ ...production, QUEUES: 'postgresql' }).redisUrl).toBeUndefined();
    expect(() => readConfig({ QUEUES: 'rabbitmq' })).toThrow(/QUEUES/);
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'MASTER_KEY', 'OIDC_ISSUER'])('refuses production without %s', (name) => {
    expect(() => readConfig({ ...production, [name]: undefined })).toThrow(`${name} is required in production`);
  });
  it.each([
    ['PORT', 'http'],
    ['NODE_ENV', 'staging'],
    ['DATABASE_URL', 'mysql://db'],
    ['MASTER_KEY', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['HOST', '8.8.8.8'],
    ['CLAMAV_HOST', 'clamav:port'],
    ['CLAMAV_SOCKET', 'clamd.ctl'],
  ])('names %s when it is wrong', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigProblem);
    expect(read).toThrow(name);
  });
  it.each(['OIDC_ISSUER', 'OIDC_JWKS_URL'])('refuses production with %s in the clear', (name) => {
    expect(() => readConfig({ ...production, [name]: 'http://id.example.org' })).toThrow(
      `${name} must begin with https`,
    );
    expect(readConfig({ ...production, NODE_ENV: 'development', [name]: 'http://localhost:8080' }).oidc).toBeDefined();
  });
  it('knows the organization of an identity provider as the ledger writes it', () => {
    const OIDC_ORG = production.OIDC_ORG.toUpperCase();
    expect(readConfig({ ...production, OIDC_ORG }).oidc?.org).toBe(production.OIDC_ORG);
  });
  it.each(['0.0.0.0', '::'])('refuses development on %s: its tokens are for this machine', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow('HOST must be a loopback address in development');
    expect(readConfig({ HOST, NODE_ENV: 'test' }).host).toBe(HOST);
    expect(readConfig({ ...production, HOST }).host).toBe(HOST);
  });
  it('knows where the scanner of attachments listens', () => {
    expect(readConfig({}).clamd).toBeUndefined();
    expect(readConfig({ CLAMAV_HOST: 'clamav' }).clamd).toEqual({ host: 'clamav', port: 3310 });
    expect(readConfig({ CLAMAV_HOST: '10.0.0.7:3311' }).clamd).toEqual({ host: '10.0.0.7', port: 3311 });
    expect(readConfig({ CLAMAV_SOCKET: '/run/clamd.ctl' }).clamd).toEqual({ path: '/run/clamd.ctl' });
    expect(() => readConfig({ CLAMAV_HOST: 'clamav', CLAMAV_SOCKET: '/run/clamd.ctl' })).toThrow('set one of them');
  });
  it('tells a process without stores of its own what it lacks', () => {
    expect(() => connectedConfig({})).toThrow('DATABASE_URL and REDIS_URL (or QUEUES=postgresql) are required');
  });
});
