import { partsOf, sealedRef } from './sealed-ref.js';

const eventId = '0192f0c4-0000-7000-8000-0000000000c1';
const event = { eventId, data: { narrative: { sealed: 'v1.a.b.c' }, harm: 'none' } };

describe('a reference to a sealed field', () => {
  it('holds what opening needs', () => {
    expect(sealedRef(event, 'narrative')).toBe(`${eventId}/narrative/v1.a.b.c`);
    expect(partsOf(`${eventId}/narrative/v1.a.b.c`)).toEqual({ eventId, field: 'narrative', token: 'v1.a.b.c' });
  });

  it('is absent where the field is absent or open', () => {
    expect(sealedRef(event, 'recordNumber')).toBeUndefined();
    expect(sealedRef(event, 'harm')).toBeUndefined();
  });
});
