import { byteas, ints, jsons, smallints, texts, times, uuids } from './binary-arrays.js';

const hex = (bytes: Buffer) =>
  bytes
    .toString('hex')
    .replace(/(.{8})/g, '$1 ')
    .trim();
const header = (oid: string, length: string, nulls = '00000000') => `00000001 ${nulls} ${oid} ${length} 00000001`;

describe('PostgreSQL arrays in binary', () => {
  it('have a header, then each element after its length', () => {
    expect(hex(ints([1, -2]))).toBe(`${header('00000017', '00000002')} 00000004 00000001 00000004 fffffffe`);
    expect(hex(smallints([7, 8]))).toBe(`${header('00000015', '00000002')} 00000002 00070000 00020008`);
  });

  it('without elements have no dimension either', () => {
    for (const [array, oid] of [
      [ints([]), '00000017'],
      [texts([]), '00000019'],
      [uuids([]), '00000b86'],
    ] as const)
      expect(hex(array)).toBe(`00000000 00000000 ${oid}`);
  });

  it('count bytes, not characters', () => {
    expect(hex(texts(['é']))).toBe(`${header('00000019', '00000001')} 00000002 c3a9`);
    expect(hex(jsons(['{}']))).toBe(`${header('00000072', '00000001')} 00000002 7b7d`);
    expect(hex(byteas([Buffer.from('ff', 'hex')]))).toBe(`${header('00000011', '00000001')} 00000001 ff`);
  });

  it('hold a missing uuid as null', () => {
    const one = '00112233-4455-6677-8899-aabbccddeeff';
    expect(hex(uuids([one, undefined]))).toBe(
      `${header('00000b86', '00000002', '00000001')} 00000010 00112233 44556677 8899aabb ccddeeff ffffffff`,
    );
  });

  it('count time in microseconds from 2000 on, and before', () => {
    expect(hex(times(['2000-01-01T00:00:00.001Z']))).toBe(
      `${header('000004a0', '00000001')} 00000008 00000000 000003e8`,
    );
    expect(hex(times(['1999-12-31T23:59:59.999Z']))).toBe(
      `${header('000004a0', '00000001')} 00000008 ffffffff fffffc18`,
    );
  });
});
