import { accountContactsQuery, idKey, idList, isId, namesOf, opportunityQuery, relevant } from './soql.ts';

const ID = '006000000000001AAA';

describe('ids', () => {
  it('lets nothing into a query that is not an id', () => {
    expect(idList([ID, "x' OR Name != '", '', '006'])).toBe(`'${ID}'`);
    expect(isId("006000000000001AA'")).toBe(false);
  });

  it('knows the short and the long form for the same record', () => {
    expect(idKey(ID)).toBe(idKey(ID.slice(0, 15)));
  });
});

describe('namesOf', () => {
  it('takes fields and fields of parents', () => {
    expect(namesOf('Account.Owner.Email')).toEqual(['Account', 'Owner', 'Email']);
    expect(namesOf('Partner_Center_Status__c')).toEqual(['Partner_Center_Status__c']);
  });

  it.each(['', 'Account.', 'Amount, (SELECT Id FROM Contacts)', '1Name', "Name'", 'a.b.c.d.e.f.g'])(
    'refuses %p',
    (path) => {
      expect(namesOf(path)).toBeNull();
    },
  );
});

describe('opportunityQuery', () => {
  it('asks for each column once, people in order, and the team only where there is one', () => {
    const columns = { paths: ['Name', 'Owner.Email', 'Name'], hasTeam: false };
    const soql = opportunityQuery(columns, [ID]);
    expect(soql).toMatch(
      /^SELECT Id, AccountId, SystemModstamp, LastModifiedDate, Owner\.FirstName, .*Owner\.Phone, Name, \(SELECT ContactId/,
    );
    expect(soql).toContain('FROM OpportunityContactRoles ORDER BY IsPrimary DESC, CreatedDate, Id)');
    expect(soql).not.toContain('OpportunityTeamMembers');
    expect(opportunityQuery({ ...columns, hasTeam: true }, [ID])).toContain('FROM OpportunityTeamMembers');
  });

  it('stays within the 16 KB of a URL for 200 ids and 60 fields', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `006${String(i).padStart(12, '0')}AAA`);
    const paths = Array.from({ length: 60 }, (_, i) => `Some_Custom_Field_With_A_Long_Name_${i}__c`);
    expect(encodeURIComponent(opportunityQuery({ paths, hasTeam: true }, ids)).length).toBeLessThan(16_000);
  });
});

describe('accountContactsQuery', () => {
  it('asks for no more of an account than tells one contact from several', () => {
    expect(accountContactsQuery([ID, 'no id'])).toBe(
      `SELECT Id, (SELECT FirstName, LastName, Email, Phone FROM Contacts LIMIT 2) FROM Account WHERE Id IN ('${ID}')`,
    );
  });
});

describe('relevant', () => {
  it('speaks of the parent where asked', () => {
    expect(relevant({ sync: 'S__c', referralId: 'R__c' }, 'Opportunity.')).toBe(
      '(Opportunity.S__c = true OR Opportunity.R__c != null)',
    );
  });
});
