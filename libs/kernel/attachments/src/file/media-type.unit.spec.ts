import { aDocm, aDocx, aHeic, aJpeg, anXlsx, aPdf, aPng, aWebp, aZip } from '../testing/index.js';
import { endingOf, mediaTypeOf } from './media-type.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('what a file is', () => {
  it.each([
    ['a JPEG', aJpeg(), 'bed 12.JPG', 'image/jpeg'],
    ['a PNG', aPng(), 'x.png', 'image/png'],
    ['a photo of a phone', aHeic(), 'x.heic', 'image/heic'],
    ['a photo of another phone', aHeic('mif1'), 'x.heif', 'image/heic'],
    ['a WebP', aWebp(), 'x.webp', 'image/webp'],
    ['a PDF', aPdf(), 'letter.pdf', 'application/pdf'],
    ['a Word document', aDocx(), 'letter.docx', WORD],
    ['an Excel table', anXlsx(), 'list.xlsx', EXCEL],
    ['text', Buffer.from('She fell.\r\n\tTwice.\n'), 'note.txt', 'text/plain'],
    ['text in another script, with a byte order mark', Buffer.from('\ufeffСъобщение ☺'), 'note.md', 'text/plain'],
    ['a name without an ending', aPng(), 'photo', 'image/png'],
    ['a name with a dot and no ending', aPng(), 'Ana R. Ruiz', 'image/png'],
    ['words about tags', Buffer.from('The screen read 3 < 4 and <b> nothing else'), 'a.txt', 'text/plain'],
  ])('is told by its bytes: %s', async (_, bytes, name, type) => {
    expect(await mediaTypeOf(bytes, name)).toBe(type);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>';
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['an archive', aZip({ 'a.txt': 'a' }), 'archive'],
    ['a tarball, packed', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'archive'],
    ['a document with programs', aDocm(), 'type-not-allowed'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0'), 'latin1'), 'type-not-allowed'],
    ['bytes of no kind', Buffer.from([0xc3, 0x28, 0xff, 1]), 'type-not-allowed'],
    ['text with control characters', Buffer.from('a\x1b[2Jb'), 'type-not-allowed'],
    ['text in Latin-1', Buffer.from('caf\xe9 au lait', 'latin1'), 'type-not-allowed'],
    ['half a PNG', aPng().subarray(0, 6), 'type-not-allowed'],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>'), 'type-not-allowed'],
    ['an SVG', Buffer.from(svg), 'active-content'],
    ['an SVG after blanks', Buffer.from(`\ufeff \n\n${svg}`), 'active-content'],
    ['a page', Buffer.from('<!DOCTYPE html><html><body>hello</body></html>'), 'active-content'],
    ['a script in a text', Buffer.from(`words\n<SCRIPT>alert(1)</SCRIPT>`), 'active-content'],
    ['a picture that is a page too', aJpeg('<html><script>alert(1)</script>'), 'active-content'],
    ['a PDF that is a page too', aPdf('<iframe src=x>'), 'active-content'],
    ['a picture that is an archive too', Buffer.concat([aPng(), aZip({ 'Evil.class': 'x' })]), 'active-content'],
  ])('is refused: %s', async (_, bytes, why) => {
    await expect(mediaTypeOf(bytes, 'file')).rejects.toMatchObject({ code: `attachment/${why}` });
  });

  it.each([
    ['a PDF that says it is a picture', aPdf(), 'photo.jpg'],
    ['a picture that says it is a program', aPng(), 'photo.png.exe'],
    ['text that says it is a page', Buffer.from('hello'), 'page.html'],
  ])('is refused where the name says another thing: %s', async (_, bytes, name) => {
    const refusal = { code: 'attachment/name-does-not-fit', field: 'X-Filename' };
    await expect(mediaTypeOf(bytes, name)).rejects.toMatchObject(refusal);
  });

  it('says how files of a type are usually called', () => {
    expect([endingOf('image/jpeg'), endingOf(WORD), endingOf('text/plain')]).toEqual(['jpg', 'docx', 'txt']);
  });
});
