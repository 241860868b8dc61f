/** The smallest PNG: one transparent pixel. */
export const aPng = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );

/** The beginning of a JPEG, with a comment in it. */
export const aJpeg = (comment = 'made by hand'): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  const begin = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  return Buffer.concat([begin, Buffer.from([0xff, 0xfe]), length, Buffer.from(comment), Buffer.from([0xff, 0xd9])]);
};

/** A photo as phones take it, `heic` or the more general `mif1`. */
export const aHeic = (brand = 'heic'): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(4), Buffer.from('mif1heic')]);

export const aWebp = (): Buffer =>
  Buffer.concat([Buffer.from('RIFF'), Buffer.from([20, 0, 0, 0]), Buffer.from('WEBPVP8L'), Buffer.alloc(12)]);

export const aPdf = (words = 'nothing to see'): Buffer => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);

/** A ZIP of files that are not compressed. */
export const aZip = (files: Readonly<Record<string, string>>): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, words] of Object.entries(files)) {
    const body = Buffer.from(words);
    const sizes = numbers([crc32(body), 4], [body.length, 4], [body.length, 4], [name.length, 2], [0, 2]);
    const local = Buffer.concat([
      numbers([0x04034b50, 4], [20, 2], [0, 2], [0, 2], [0, 4]),
      sizes,
      Buffer.from(name),
      body,
    ]);
    parts.push(local);
    directory.push(
      numbers([0x02014b50, 4], [20, 2], [20, 2], [0, 2], [0, 2], [0, 4]),
      sizes,
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      Buffer.from(name),
    );
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, index, end]);
};

const office = (folder: string, type: string): Buffer =>
  aZip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/${folder}" ContentType="${type}"/></Types>`,
    [folder]: '<document/>',
  });

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

export const aDocx = (): Buffer => office('word/document.xml', `${OPEN_XML}.wordprocessingml.document.main+xml`);
export const anXlsx = (): Buffer => office('xl/workbook.xml', `${OPEN_XML}.spreadsheetml.sheet.main+xml`);
/** A document that brings programs. */
export const aDocm = (): Buffer =>
  office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml');

const numbers = (...parts: readonly (readonly [number, number])[]): Buffer =>
  Buffer.concat(
    parts.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      part.writeUIntLE(value, 0, bytes);
      return part;
    }),
  );

const crc32 = (bytes: Buffer): number => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};
