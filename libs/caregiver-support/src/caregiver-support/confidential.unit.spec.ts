import { catalogueOf, reservedStreamsOf } from '#kernel/assembly';
import { leaves } from '#kernel/readers';
import { everyContext } from '../../../../test/support/contexts.js';
import { caregiverSupportDecider } from './caregiver-support.decider.js';
import { caregiverSupportCatalogue } from './caregiver-support.events.js';

/** INV-29: nothing of the support of caregivers is in any other stream, and nothing of it leaves. */
const own = new Set<string>(caregiverSupportCatalogue.map(({ type }) => type));

it('labels every field CARE, and here alone', () => {
  for (const { fields } of caregiverSupportCatalogue)
    expect([...new Set(Object.values(fields).map(({ label }) => label))]).toEqual(['CARE']);
  const others = catalogueOf(everyContext).filter(({ type }) => !own.has(type));
  expect(others.length).toBeGreaterThan(50);
  const caring = others.filter(({ fields }) => Object.values(fields).some(({ label }) => label === 'CARE'));
  expect(caring.map(({ type }) => type)).toEqual([]);
});

it('has no words: nothing but the id of a person is sealed, and nothing else is free', () => {
  const sealed = caregiverSupportCatalogue.flatMap(({ type, fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.sealed || field.kind.free ? [`${type}.${name} ${field.kind.name}`] : [],
    ),
  );
  expect(sealed).toEqual(['CaregiverSupportOwed.staff text of 1 to 36 storable characters']);
});

it('never leaves, nor does what rides on its streams', () => {
  for (const shape of caregiverSupportCatalogue) expect(leaves(shape)).toBe('never');
  expect(reservedStreamsOf(everyContext)).toEqual(new Map([[caregiverSupportDecider.category, 'peer-supporter']]));
  const watched = everyContext.flatMap((context) => Object.keys(context.watched ?? {}));
  expect(watched).not.toContain(caregiverSupportDecider.category);
});

it('is read by no other context but the measures, who know its facts by their times', () => {
  const readers = everyContext.flatMap(({ name, projections, readers = [], automations = [] }) => [
    ...[...projections, ...automations].map((one) => ({ of: name, name: one.name, types: Object.keys(one.on) })),
    ...readers.map((one) => ({ of: name, name: one.name, types: one.types })),
  ]);
  const hearing = readers.filter(({ of, types }) => of !== 'caregiver-support' && types.some((type) => own.has(type)));
  expect(hearing.map(({ name }) => name)).toEqual(['measures.subjects']);
});
