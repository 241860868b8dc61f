import { catalogueFaults } from '#kernel/gate/testing';
import { en } from './messages.en.js';
import { es } from './messages.es.js';

it('what patients and families read is there in both languages, and plain', () => {
  expect(catalogueFaults({ en, es })).toEqual([]);
});
