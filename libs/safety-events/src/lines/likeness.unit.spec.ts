import { likenessOf, type Near } from './likeness.js';

const id = '0192a000-0000-7000-8000-000000000301';
const near = (different: Partial<Near>): Near => ({
  of: '0192a000-0000-7000-8000-000000000300',
  id,
  minutes: 0,
  sameUnit: false,
  sameCategory: false,
  ...different,
});

describe('two safety events', () => {
  it('are not alike by the time alone', () => expect(likenessOf(near({}))).toBeUndefined());
  it.each([
    [{ sameCategory: true }, 50, ['time', 'category']],
    [{ sameCategory: true, minutes: 61 }, 40, ['time', 'category']],
    [{ sameCategory: true, minutes: 361 }, 30, ['time', 'category']],
    [{ sameUnit: true, sameCategory: true }, 70, ['time', 'place', 'category']],
    [{ samePatient: true, minutes: 600 }, 40, ['time', 'patient']],
    [{ sameUnit: true, sameCategory: true, samePatient: true }, 100, ['time', 'place', 'category', 'patient']],
    [{ sameUnit: true, sameCategory: true, samePatient: false }, 40, ['time', 'place', 'category']],
  ])('with %j are alike by %i of 100', (different, score, matchBasis) =>
    expect(likenessOf(near(different))).toMatchObject({ id, score, matchBasis }),
  );
  it('are not alike where other patients speak against all that speaks for it', () =>
    expect(likenessOf(near({ sameCategory: true, minutes: 600, samePatient: false }))).toBeUndefined());
});
