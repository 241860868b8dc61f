import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey, MasterKey } from './master-key.js';
import { SealBroken } from './seal-broken.js';

const org = '0192f0c4-0000-7000-8000-000000000001';
const subject = 'safety-event-0192f0c4-0000-7000-8000-0000000000a1';
const dataKey = randomBytes(32);

describe('the master key', () => {
  const master = new MasterKey(randomBytes(32));

  it('gives back the data key that it wrapped', () => {
    expect(master.unwrap(org, subject, master.wrap(org, subject, dataKey))).toEqual(dataKey);
  });

  it("does not unwrap another subject's or another organization's key", () => {
    const wrapped = master.wrap(org, subject, dataKey);
    expect(() => master.unwrap(org, 'safety-event-other', wrapped)).toThrow(SealBroken);
    expect(() => master.unwrap('0192f0c4-0000-7000-8000-000000000002', subject, wrapped)).toThrow(SealBroken);
  });

  it('says so when another master key did the wrapping', () => {
    const wrapped = new MasterKey(randomBytes(32)).wrap(org, subject, dataKey);
    expect(() => master.unwrap(org, subject, wrapped)).toThrow(/other-master-key/);
  });

  it('finds a wrapped key that was changed or cut', () => {
    const wrapped = master.wrap(org, subject, dataKey);
    for (const at of [8, 20, wrapped.length - 1]) {
      const changed = Buffer.from(wrapped);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => master.unwrap(org, subject, changed)).toThrow(/tag/);
    }
    expect(() => master.unwrap(org, subject, wrapped.subarray(0, 24))).toThrow(SealBroken);
  });

  it('gives each organization its own key for blind indexes, the same each time', () => {
    expect(master.indexKey(org)).toEqual(master.indexKey(org));
    expect(master.indexKey(org)).not.toEqual(master.indexKey('0192f0c4-0000-7000-8000-000000000002'));
  });
});

describe('loading the master key', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'forthright-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('makes one at first use that only its owner can read, and finds it again', () => {
    const first = loadMasterKey({ mode: 'development', dataDir });
    expect(statSync(join(dataDir, 'master.key')).mode & 0o777).toBe(0o600);
    const second = loadMasterKey({ mode: 'development', dataDir });
    expect(second.unwrap(org, subject, first.wrap(org, subject, dataKey))).toEqual(dataKey);
  });

  it('takes the one it was told, in production only that', () => {
    const masterKey = randomBytes(32).toString('base64');
    const told = loadMasterKey({ mode: 'production', masterKey, dataDir });
    const again = new MasterKey(Buffer.from(masterKey, 'base64'));
    expect(again.unwrap(org, subject, told.wrap(org, subject, dataKey))).toEqual(dataKey);
    expect(() => loadMasterKey({ mode: 'production', dataDir })).toThrow(/MASTER_KEY/);
  });

  it('refuses a key of the wrong length', () => {
    expect(() => loadMasterKey({ mode: 'development', masterKey: 'c2hvcnQ=', dataDir })).toThrow(/32 bytes/);
  });
});
