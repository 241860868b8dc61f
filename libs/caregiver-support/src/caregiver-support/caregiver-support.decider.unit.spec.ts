import { deciding } from '#kernel/core/testing';
import { caregiverSupportDecider } from './caregiver-support.decider.js';
import {
  accept,
  accepted,
  decline,
  declined,
  end,
  ended,
  kim,
  meet,
  met,
  offer,
  offered,
  owe,
  owed,
  sam,
} from './caregiver-support.examples.js';

const { given } = deciding(caregiverSupportDecider);

describe('support', () => {
  it('is owed once', () => {
    given().when(owe).then(owed);
    given(owed).when(owe).thenNothing();
    given(owed, offered()).when(owe).thenNothing();
  });

  it('is nothing where none is owed', () => {
    for (const command of [offer(), accept, decline, meet, end()])
      given().when(command).thenRefused('caregiver-support/not-found');
  });
});

describe('an offer', () => {
  it('is made, and made again: unanswered, refused, taken up or after the end', () => {
    given(owed).when(offer()).then(offered());
    given(owed, offered()).when(offer()).then(offered());
    given(owed, offered(), declined).when(offer()).then(offered());
    given(owed, offered(), accepted).when(offer('referral_network')).then(offered('referral_network'));
    given(owed, offered(), ended()).when(offer('local_unit')).then(offered('local_unit'));
  });

  it('goes to somebody further away, and not back while support goes on', () => {
    given(owed, offered(), declined).when(offer('referral_network')).then(offered('referral_network'));
    given(owed, offered(), declined).when(offer('local_unit')).thenRefused('caregiver-support/lower-tier');
  });

  it('is not made on what was entered in error', () =>
    given(owed, ended('entered_in_error')).when(offer()).thenRefused('caregiver-support/entered-in-error'));
});

describe('who gives support', () => {
  const byKim = <C extends { readonly data: object }>(command: C, present = [sam, kim]): C => ({
    ...command,
    data: { ...command.data, by: kim, present },
  });
  const offeredByKim = { ...offered(), data: { ...offered().data, offeredBy: kim } };

  it('is whoever offered it last: to others it is not there', () => {
    for (const command of [offer(), accept, decline, meet, end()])
      given(owed, offered(), accepted).when(byKim(command)).thenRefused('caregiver-support/not-found');
    given(owed, offered(), ended()).when(byKim(offer())).thenRefused('caregiver-support/not-found');
  });

  it('is whoever comes first, where nobody has it or it was handed on', () => {
    given(owed).when(byKim(offer())).then(offeredByKim);
    given(owed, offered(), accepted, ended('handed_on')).when(byKim(offer())).then(offeredByKim);
  });

  it('is somebody else once they have left', () => {
    given(owed, offered(), accepted)
      .when(byKim(meet, [kim]))
      .then(met);
  });
});

describe('an answer', () => {
  it('is given to an offer, and may change', () => {
    given(owed, offered()).when(accept).then(accepted);
    given(owed, offered()).when(decline).then(declined);
    given(owed, offered(), accepted).when(decline).then(declined);
    given(owed, offered(), declined).when(accept).then(accepted);
  });

  it('says nothing new when it is given twice', () => {
    given(owed, offered(), accepted).when(accept).thenNothing();
    given(owed, offered(), declined).when(decline).thenNothing();
  });

  it('needs an offer, and comes after it', () => {
    for (const command of [accept, decline]) {
      given(owed).when(command).thenRefused('caregiver-support/no-offer');
      given(owed, offered(), ended()).when(command).thenRefused('caregiver-support/no-offer');
      const early = { ...command, data: { ...command.data, at: '2026-03-02T10:59:59.999Z' } };
      given(owed, offered()).when(early).thenRefused('caregiver-support/before-offer');
    }
  });
});

describe('a contact', () => {
  it('is held with who took up an offer, also while more is offered', () => {
    given(owed, offered(), accepted).when(meet).then(met);
    given(owed, offered(), accepted, met).when(meet).then(met);
    given(owed, offered(), accepted, offered('referral_network')).when(meet).then(met);
  });

  it('is not held with who did not', () => {
    for (const before of [[owed], [owed, offered()], [owed, offered(), declined], [owed, offered(), accepted, ended()]])
      given(...before)
        .when(meet)
        .thenRefused('caregiver-support/not-accepted');
  });
});

describe('an ending', () => {
  it('comes to what was offered, once', () => {
    for (const before of [[offered()], [offered(), declined], [offered(), accepted, met]])
      given(owed, ...before)
        .when(end())
        .then(ended());
    given(owed, offered(), ended()).when(end()).thenRefused('caregiver-support/ended');
  });

  it('comes to what was never offered only where it was entered in error', () => {
    given(owed).when(end('handed_on')).thenRefused('caregiver-support/never-offered');
    given(owed).when(end('entered_in_error')).then(ended('entered_in_error'));
  });
});
