import { KnownTokens } from './known-tokens.js';
import { NotAuthenticated } from './refused.js';
import { seconds, testIssuer } from './testing/index.js';
import { TokenVerifier } from './token-verifier.js';

const ORG = '018f0000-0000-7000-8000-000000000001';
const ANA = '018f0000-0000-7000-8000-0000000000a1';
const MINUTE = 60;

describe('A bearer token', () => {
  const setUp = async () => {
    const issuer = await testIssuer(ORG, ANA);
    return { issuer, verifier: new TokenVerifier([issuer.trusted]) };
  };

  it('stands for a person of the organization that its issuer speaks for, whatever it claims itself', async () => {
    const { verifier, issuer } = await setUp();
    const token = await issuer.sign({ org: '018f0000-0000-7000-8000-00000000beef' });
    expect(await verifier.verify(token)).toMatchObject({ org: ORG, personId: ANA });
  });

  it.each([
    ['has expired', { exp: seconds(-10) }],
    ['never expires', { exp: undefined }],
    ['lives for ten years', { exp: seconds(10 * 365 * 24 * 3600) }],
    ['was issued an hour from now', { iat: seconds(3600), exp: seconds(3600 + MINUTE) }],
    ['was issued too long ago', { iat: seconds(-16 * MINUTE), exp: seconds(MINUTE) }],
    ['does not say when it was issued', { iat: undefined }],
    ['is for another audience', { aud: 'payroll' }],
    ['has no audience', { aud: undefined }],
    ['comes from another issuer', { iss: 'https://id.elsewhere.example' }],
    ['names no issuer', { iss: undefined }],
    ['has no id of its own', { jti: undefined }],
    ['names nobody', { sub: undefined }],
    ['names somebody who cannot be in our store', { sub: 'ana@hospital.example' }],
  ])('is refused when it %s', async (_, claims) => {
    const { verifier, issuer } = await setUp();
    await expect(verifier.verify(await issuer.sign(claims))).rejects.toThrow(NotAuthenticated);
  });

  it('is refused when it is an id token, is unsigned, or is signed by somebody else', async () => {
    const { verifier, issuer } = await setUp();
    const others = [issuer.unsigned(), await issuer.shared(), await issuer.forge(), await issuer.sign({}, 'JWT')];
    for (const token of [...others, 'not.a.token', ''])
      await expect(verifier.verify(token)).rejects.toThrow(NotAuthenticated);
  });

  it('ends when it says, and no later than its issuer may make it live', async () => {
    const { verifier, issuer } = await setUp();
    const [iat, exp] = [seconds(-60), seconds(300)];
    expect(await verifier.verify(await issuer.sign({ iat, exp }))).toMatchObject({ expiresAt: exp });
    const long = await issuer.sign({ iat, exp: iat + 15 * MINUTE + 4 });
    expect(await verifier.verify(long)).toMatchObject({ expiresAt: iat + 15 * MINUTE });
  });

  it('never has its content repeated in the reason', async () => {
    const { verifier, issuer } = await setUp();
    await expect(verifier.verify(await issuer.sign({ aud: 'planted-word' }))).rejects.not.toThrow(/planted-word/);
  });
});

describe('A token that was found good', () => {
  const setUp = async (life: number) => {
    const issuer = await testIssuer(ORG, ANA);
    let looks = 0;
    const keys: typeof issuer.trusted.keys = (...asked) => {
      looks++;
      return issuer.trusted.keys(...asked);
    };
    let now = 0;
    const verifier = new TokenVerifier([{ ...issuer.trusted, keys }], undefined, new KnownTokens(() => now));
    const token = await issuer.sign({ exp: seconds(life) });
    const later = (ms: number) => {
      now += ms;
    };
    return { verifier, token, issuer, later, looks: () => looks };
  };

  it('is believed for a minute, and then looked at again', async () => {
    const { verifier, token, later, looks } = await setUp(600);
    for (const wait of [0, 0, 59_999]) {
      later(wait);
      expect(await verifier.verify(token)).toMatchObject({ org: ORG, personId: ANA });
    }
    expect(looks()).toBe(1);
    later(1);
    await verifier.verify(token);
    expect(looks()).toBe(2);
  });

  it('is not believed beyond its end', async () => {
    const { verifier, token, later, looks } = await setUp(20);
    await verifier.verify(token);
    later(20_001);
    await verifier.verify(token); // by the clock of this machine it still lives
    expect(looks()).toBe(2);
  });

  it('vouches for no other, though it differs in one letter of its signature', async () => {
    const { verifier, token } = await setUp(600);
    await verifier.verify(token);
    const other = `${token.slice(0, -10)}${token.at(-10) === 'A' ? 'B' : 'A'}${token.slice(-9)}`;
    await expect(verifier.verify(other)).rejects.toThrow(NotAuthenticated);
    await expect(verifier.verify(other)).rejects.toThrow(NotAuthenticated);
  });
});
