import { distinct, personOf } from './people.ts';

describe('people', () => {
  it('makes a person of a record, with null for what is empty', () => {
    expect(personOf({ FirstName: 'Zoë', LastName: 'Li', Email: 'zoe@example.com', Phone: '' })).toEqual({
      firstName: 'Zoë',
      lastName: 'Li',
      email: 'zoe@example.com',
      phone: null,
    });
  });

  it('makes nobody of a queue or of a contact that cannot be seen', () => {
    expect(personOf({ FirstName: null, LastName: null, Email: null, Phone: null })).toBeNull();
    expect(personOf(null)).toBeNull();
  });

  it('keeps the first of two with one address, whatever its case', () => {
    const person = (email: string | null, lastName: string) => ({ firstName: null, lastName, email, phone: null });
    const people = distinct([
      person('A@x.example', 'first'),
      null,
      person('a@X.example', 'again'),
      person(null, 'none'),
      person(null, 'none too'),
    ]);
    expect(people.map(({ lastName }) => lastName)).toEqual(['first', 'none', 'none too']);
  });
});
