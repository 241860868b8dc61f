import fc from 'fast-check';
import { samplePage } from '../testing/sample-page.js';
import { languageOf } from './language.js';
import { problemPage } from './problem-page.js';
import { STYLE } from './style.js';

const reading = { language: 'en', url: '/concern?facilityId=1' } as const;
/** A page's tags and attributes, without what stands in them. */
const skeleton = (made: string) => made.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g);
const html = (text: string) => samplePage(text, reading).html;

describe('a page', () => {
  it('has no script, and nothing that somebody wrote becomes markup', () => {
    const plain = skeleton(html('plain'));
    expect(plain?.join('')).not.toMatch(/<script|\son\w+=/i);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '<script>x</script>',
            '"><img src=x onerror=1>',
            "' onx='",
            '</title><b>',
            '</textarea><b>',
            '</style>',
          ),
        ),
        (text) => {
          expect(skeleton(html(text))).toEqual(plain);
        },
      ),
      { examples: [['<script>alert(1)</script>']] },
    );
  });

  it('says its language, its title, a way past the head, and the other language', () => {
    const made = html('Tell us');
    expect(made).toMatch(/^<!DOCTYPE html><html lang="en">/);
    expect(made).toContain('<title>Tell us · Tell us</title>');
    expect(made).toContain('<a class="skip" href="#main">');
    expect(made).toContain('href="/concern?facilityId=1&amp;lang=es"');
    expect(made).toContain('name="viewport"');
  });

  it('says what a field is, what helps and what is wrong with it, to those who listen too', () => {
    const made = html('Say');
    expect(made).toMatch(/<label for="what">/);
    expect(made).toMatch(/<textarea id="what"[^>]* aria-describedby="what-error" aria-invalid="true"/);
    expect(made).toMatch(/<p class="error" id="what-error">Say<\/p>/);
    expect(made).toMatch(/<input id="name"[^>]* aria-describedby="name-hint"/);
    expect(made).toMatch(/<div class="summary" role="alert"[^>]*>.*<a href="#what">Say<\/a>/);
    expect(made).toMatch(/<fieldset aria-describedby="kinds-hint"><legend>/);
    expect(made).toMatch(/<input id="kinds" type="checkbox" name="kinds" value="fall"\/>/);
    expect(made).toMatch(
      /<input id="kinds-medicine"[^>]* aria-describedby="kinds-medicine-more" name="kinds" checked="" value="medicine"/,
    );
    expect(made).toMatch(/<option value="fall" selected="">/);
  });

  it('sends its form by itself, with its key', () => {
    const made = html('Say');
    expect(made).toContain('<form noValidate="" accept-charset="utf-8" action="/sample?lang=en" method="post">');
    expect(made).toContain('<input type="hidden" name="formKey" value="k"/>');
    expect(made).toContain('<a href="tel:3125550142">Call 312-555-0142</a>');
  });

  it('has a style that markup leaves as it is, so that its hash holds', () => {
    expect(STYLE).not.toMatch(/[&<>"']/);
    expect(html('x')).toContain(`<style>${STYLE}</style>`);
  });
});

describe('the language of a page', () => {
  it.each([
    ['/concern', undefined, 'en'],
    ['/concern', 'es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['/concern', 'fr,en;q=0.2,es;q=0.4', 'es'],
    ['/concern', 'es;q=0,en', 'en'],
    ['/concern', '*;;;,q=', 'en'],
    ['/concern?lang=es', 'en', 'es'],
    ['/concern?lang=xx', 'es', 'es'],
    ['/concern?a=1&lang=en', 'es', 'en'],
  ] as const)('of %s for %s is %s', (url, acceptLanguage, language) =>
    expect(languageOf({ url, ...(acceptLanguage !== undefined && { acceptLanguage }) })).toBe(language),
  );
});

describe('a problem', () => {
  const problem = (status: number, more = {}) =>
    problemPage(
      { type: '/problems/x', title: 'T', detail: 'Inner words', status, ...more },
      { url: '/concern?lang=es', retryAfter: 300 },
    );

  it('is said in plain words and the language of the page, with the number to call', () => {
    const { html, status } = problem(429, { phone: '312-555-0142' });
    expect(status).toBe(429);
    expect(html).toContain('unos 5 minutos');
    expect(html).toContain('tel:3125550142');
    expect(html).not.toContain('Inner words');
  });

  it.each([400, 404, 409, 413, 415, 422, 429, 500, 503])('of status %d has a page', (status) =>
    expect(problem(status).html).toMatch(/<h1>[^<]{10,}<\/h1><p>[^<]{10,}<\/p>/),
  );
});
