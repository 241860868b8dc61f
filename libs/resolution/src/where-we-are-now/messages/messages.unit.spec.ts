import { catalogueFaults } from '#kernel/gate/testing';
import { en } from './messages.en.js';
import { es } from './messages.es.js';

it('what patients read of their case is there in both languages, and plain', () => {
  expect(catalogueFaults({ en, es })).toEqual([]);
});
