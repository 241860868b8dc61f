import { projecting, recorded } from '#kernel/readers/testing';
import { stMaryContact, stMaryOpened } from '../../organization/organization.examples.js';
import { publicContacts } from './public-contacts.projection.js';

const closed = { ...stMaryContact, data: { ...stMaryContact.data, acceptsConcerns: false } };

it('is closed to the public until somebody says how it is reached', () => {
  projecting(publicContacts)
    .given(recorded(stMaryOpened))
    .thenRows({ name: 'St. Mary Hospital', acceptsConcerns: false });
});

it('opens, and closes again', () => {
  projecting(publicContacts)
    .given(recorded(stMaryOpened), recorded(stMaryContact))
    .thenRows({ phone: '312-555-0142', acceptsConcerns: true });
  projecting(publicContacts)
    .given(recorded(stMaryOpened), recorded(stMaryContact), recorded(closed))
    .thenRows({ phone: '312-555-0142', acceptsConcerns: false });
});
