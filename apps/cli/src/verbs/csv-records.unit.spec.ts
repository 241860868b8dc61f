import { Readable } from 'node:stream';
import fc from 'fast-check';
import { type CsvRecord, csvRecords } from './csv-records.js';

const read = async (text: string | Buffer): Promise<CsvRecord[]> => {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(Readable.from([Buffer.from(text)]))) records.push(record);
  return records;
};

describe('the records of a CSV file', () => {
  it('come with the line on which they begin', async () => {
    expect(await read('a,b\r\n\r\n1,"two\nlines"\r\n3,4')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 3, fields: ['1', 'two\nlines'] },
      { line: 5, fields: ['3', '4'] },
    ]);
  });

  it('are without the mark that some programs put before the first', async () => {
    expect(await read('\uFEFFa,b')).toEqual([{ line: 1, fields: ['a', 'b'] }]);
  });

  it.each([
    ['"1"x,2', 'has text behind a closing quote'],
    ['1,"2', 'has a quote that is never closed'],
    ['1,x"2"', 'has a quote inside a field without quotes'],
  ])('cost themselves only when broken: %s', async (broken, problem) => {
    expect(await read(`a,b\n${broken}\n"3",4\n5,6`)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, problem },
      { line: 3, fields: ['3', '4'] },
      { line: 4, fields: ['5', '6'] },
    ]);
  });

  it('are refused by their first line only when a quote is never closed, and cost no good one between two such', async () => {
    const lines = Array.from({ length: 30 }, (_, at) => `"${at + 2}","fine, as ever"`);
    lines[4] = '"6","never closed';
    lines[18] = '"20,"never opened"';
    const records = await read(['a,b', ...lines].join('\n'));
    const refused = records.filter((record) => 'problem' in record);
    expect(refused.map(({ line }) => line)).toEqual([6, 20]);
    expect(refused[0]).toEqual({ line: 6, problem: 'has a quote that is never closed' });
    const good = records.filter((record) => 'fields' in record).slice(1);
    expect(good).toHaveLength(28);
    for (const record of good) expect(record).toMatchObject({ fields: [`${record.line}`, 'fine, as ever'] });
  });

  it('are no record where two broken lines would make one of another width', async () => {
    expect(await read('a,b\n1,"2\n3,4\n5",6,7\n8,9')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, problem: 'has a quote that is never closed' },
      { line: 3, fields: ['3', '4'] },
      { line: 4, problem: 'has a quote that is never closed' },
      { line: 5, fields: ['8', '9'] },
    ]);
  });

  it('fail where the file cannot be read', async () => {
    const unreadable = new Readable({ read: () => unreadable.destroy(new Error('no such device')) });
    await expect(csvRecords(unreadable).next()).rejects.toThrow('no such device');
  });

  it('tell of bytes that are not UTF-8', async () => {
    const latin1 = Buffer.concat([Buffer.from('a,b\n'), Buffer.from('M\u00fcller,2', 'latin1'), Buffer.from('\n3,4')]);
    expect(await read(latin1)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, problem: 'holds bytes that are not UTF-8' },
      { line: 3, fields: ['3', '4'] },
    ]);
  });

  it('read back as they were written, whatever they hold', async () => {
    const field = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\uFEFF\uFFFD]/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: 4 })
          .chain((width) =>
            fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
          ),
        async (rows) => {
          const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
          expect((await read(text)).map((record) => 'fields' in record && record.fields)).toEqual(rows);
        },
      ),
    );
  });
});
