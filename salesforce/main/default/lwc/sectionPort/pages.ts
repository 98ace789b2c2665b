/** A page as `lightning/navigation` names it. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Where a person can fill in a field that is missing: the edit window of the opportunity or of its account, the list of the
 * opportunity's contacts. developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html
 * @param path a field path as readiness names it, or `contacts`
 */
export function pageOfField(path: string, recordId: string, accountId: string | null): PageReference {
  if (path === 'contacts') {
    return {
      type: 'standard__recordRelationshipPage',
      attributes: {
        recordId,
        objectApiName: 'Opportunity',
        relationshipApiName: 'OpportunityContactRoles',
        actionName: 'view',
      },
    };
  }
  return /^account\./i.test(path) && accountId !== null
    ? editPage('Account', accountId)
    : editPage('Opportunity', recordId);
}

function editPage(objectApiName: string, recordId: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'edit' } };
}
