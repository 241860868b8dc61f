import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PageAnswer } from '#kernel/http';
import { LANGUAGES } from '../messages/words.js';
import { addressIn, LANGUAGE_NAMES, pageWords, type Reading } from './language.js';
import { PAGE_HEADERS, STYLE } from './style.js';

/** A page besides its content. */
export interface PageFrame {
  readonly reading: Reading;
  /** Stands in the browser's title, and as the page's first heading. */
  readonly title: string;
  /** Whose page it is, as `St. Mary Hospital`. */
  readonly of?: string;
  /** 200 if left out. */
  readonly status?: number;
  /** Where the other languages' links lead, where this address cannot be opened again: that of a form, for one. */
  readonly again?: string;
}

/** Renders a page: no script, one style, a way past the head for those who listen, and every language one link away. */
export const page = (frame: PageFrame, content: ReactNode): PageAnswer => ({
  html: `<!DOCTYPE html>${renderToStaticMarkup(<Page {...frame}>{content}</Page>)}`,
  ...(frame.status !== undefined && { status: frame.status }),
  headers: { ...PAGE_HEADERS, 'content-language': frame.reading.language },
});

const Page = ({ reading, title, of, again, children }: PageFrame & { readonly children: ReactNode }) => {
  const t = pageWords(reading.language);
  return (
    <html lang={reading.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{of === undefined ? title : `${title} · ${of}`}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <header className="top">
          <p>{of ?? 'Forthright'}</p>
          <nav aria-label={t('languages')}>
            <ul className="languages">
              {LANGUAGES.map((language) => (
                <li key={language}>
                  <a
                    href={addressIn(language, again ?? reading.url)}
                    hrefLang={language}
                    lang={language}
                    {...(language === reading.language && { 'aria-current': 'true' })}
                  >
                    {LANGUAGE_NAMES[language]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
};
