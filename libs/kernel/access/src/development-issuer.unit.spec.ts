import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from './development-issuer.js';
import { NotAuthenticated } from './refused.js';
import { TokenVerifier } from './token-verifier.js';
import { trustedIssuers } from './trusted-issuers.js';

const person = { org: '018f0000-0000-7000-8000-000000000001', personId: '018f0000-0000-7000-8000-0000000000a1' };

describe('The development issuer', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'forthright-issuer-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('signs tokens that this machine accepts, in every process', async () => {
    const [one, other] = await Promise.all([
      DevelopmentIssuer.open({ mode: 'development', dataDir }),
      DevelopmentIssuer.open({ mode: 'development', dataDir }),
    ]);
    const verifier = new TokenVerifier([other.trusted]);
    expect(await verifier.verify(await one.issue(person))).toMatchObject(person);
  });

  it('keeps its key from other users', async () => {
    await DevelopmentIssuer.open({ mode: 'test', dataDir });
    const { mode } = await stat(join(dataDir, 'development-issuer.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('does not load in production, and its tokens are worth nothing there', async () => {
    await expect(DevelopmentIssuer.open({ mode: 'production', dataDir })).rejects.toThrow('production');
    const token = await (await DevelopmentIssuer.open({ mode: 'development', dataDir })).issue(person);
    const verifier = new TokenVerifier(await trustedIssuers({ mode: 'production', dataDir }));
    await expect(verifier.verify(token)).rejects.toThrow(NotAuthenticated);
  });
});
