/**
 * PostgreSQL arrays in its binary format. Sent like this, a batch costs the server no parsing and no quoting; as text
 * it spends more time reading its parameters than writing its rows.
 */

const OID = { bytea: 17, int2: 21, int4: 23, text: 25, json: 114, timestamptz: 1184, uuid: 2950 } as const;
const HEADER = 20;
const LENGTH = 4;
const NULL = -1;
/** Milliseconds from 1970 to 2000, where PostgreSQL's timestamps begin. */
const EPOCH_2000 = 946_684_800_000;

/** An array of one dimension, its header written, with room for `bytes` of elements. */
const arrayOf = (oid: number, length: number, bytes: number): Buffer => {
  const array = Buffer.allocUnsafe(HEADER + bytes);
  array.writeInt32BE(length === 0 ? 0 : 1, 0); // dimensions: an empty array has none
  array.writeInt32BE(0, 4); // whether there are nulls
  array.writeInt32BE(oid, 8);
  array.writeInt32BE(length, 12);
  array.writeInt32BE(1, 16); // the subscript of the first element
  return length === 0 ? array.subarray(0, 12) : array;
};

export const smallints = (values: readonly number[]): Buffer => {
  const array = arrayOf(OID.int2, values.length, values.length * (LENGTH + 2));
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(2, at);
    at = array.writeInt16BE(value, at);
  }
  return array;
};

export const ints = (values: readonly number[]): Buffer => {
  const array = arrayOf(OID.int4, values.length, values.length * (LENGTH + 4));
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(4, at);
    at = array.writeInt32BE(value, at);
  }
  return array;
};

/** `timestamptz[]` from instants. */
export const times = (values: readonly string[]): Buffer => {
  const array = arrayOf(OID.timestamptz, values.length, values.length * (LENGTH + 8));
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(8, at);
    at = array.writeBigInt64BE(BigInt(Date.parse(value) - EPOCH_2000) * 1000n, at);
  }
  return array;
};

/** `uuid[]`; what is missing is null. */
export const uuids = (values: readonly (string | undefined)[]): Buffer => {
  const array = arrayOf(OID.uuid, values.length, values.length * (LENGTH + 16));
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(value === undefined ? NULL : 16, at);
    if (value === undefined) array.writeInt32BE(1, 4);
    else at += array.write(value.replaceAll('-', ''), at, 'hex');
  }
  return values.length === 0 ? array : array.subarray(0, at);
};

export const byteas = (values: readonly Buffer[]): Buffer => {
  const bytes = values.reduce((sum, value) => sum + LENGTH + value.length, 0);
  const array = arrayOf(OID.bytea, values.length, bytes);
  let at = HEADER;
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    at += value.copy(array, at);
  }
  return array;
};

export const texts = (values: readonly string[]): Buffer => textual(OID.text, values);

/** `json[]` from JSON texts, kept as they are. */
export const jsons = (values: readonly string[]): Buffer => textual(OID.json, values);

const textual = (oid: number, values: readonly string[]): Buffer => {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const array = arrayOf(
    oid,
    values.length,
    lengths.reduce((sum, length) => sum + LENGTH + length, 0),
  );
  let at = HEADER;
  values.forEach((value, index) => {
    at = array.writeInt32BE(lengths[index] as number, at);
    at += array.write(value, at, 'utf8');
  });
  return array;
};
