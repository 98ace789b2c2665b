import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from '../../lightning/graphql/graphql.ts';
import { RefreshEvent } from '../../lightning/refresh/refresh.ts';
import { createRecord } from '../../lightning/uiRecordApi/uiRecordApi.ts';
import { sentencesOf } from '../../../fields.ts';
import { addressOf } from '../../lightning/navigation/navigation.ts';

interface Value {
  readonly value: string | null;
}

interface Role {
  readonly Id: string;
  readonly Role: Value;
  readonly IsPrimary: { readonly value: boolean };
  readonly Contact: { readonly Id: string; readonly Name: Value; readonly Email: Value; readonly Phone: Value } | null;
}

interface Deal {
  readonly AccountId: Value;
  readonly OpportunityContactRoles: { readonly edges: readonly { readonly node: Role }[] };
}

interface Result {
  readonly data?: {
    readonly uiapi: {
      readonly query: { readonly Opportunity: { readonly edges: readonly { readonly node: Deal }[] } };
    };
  };
  readonly refresh?: () => Promise<void>;
}

const INPUTS = [
  { key: 'FirstName', label: 'First Name', type: 'text', required: false },
  { key: 'LastName', label: 'Last Name', type: 'text', required: true },
  { key: 'Email', label: 'Email', type: 'email', required: false },
  { key: 'Phone', label: 'Phone', type: 'tel', required: false },
];

/** The related list of contact roles, with the shortest way to a first contact. */
export default class ContactRoles extends LightningElement {
  @api recordId = '';

  adding = false;
  problems: readonly string[] = [];
  inputs = INPUTS;

  query = gql`
    query contactRoles($id: ID!) {
      uiapi {
        query {
          Opportunity(where: { Id: { eq: $id } }, first: 1) {
            edges {
              node {
                Id
                AccountId {
                  value
                }
                OpportunityContactRoles(first: 50, orderBy: { IsPrimary: { order: DESC } }) {
                  edges {
                    node {
                      Id
                      Role {
                        value
                      }
                      IsPrimary {
                        value
                      }
                      Contact {
                        Id
                        Name {
                          value
                        }
                        Email {
                          value
                        }
                        Phone {
                          value
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `;

  @wire(graphql, { query: '$query', variables: '$variables' }) result?: Result;

  get variables() {
    return { id: this.recordId };
  }

  get roles() {
    const edges = this.deal?.OpportunityContactRoles.edges ?? [];
    return edges.map(({ node: { Id, Role, IsPrimary, Contact } }) => ({
      key: Id,
      name: Contact?.Name.value ?? '',
      href:
        Contact &&
        addressOf({ type: 'standard__recordPage', attributes: { objectApiName: 'Contact', recordId: Contact.Id } }),
      role: [Role.value, IsPrimary.value ? 'Primary' : null].filter((part) => part !== null).join(', '),
      email: Contact?.Email.value ?? '',
      phone: Contact?.Phone.value ?? '',
    }));
  }

  get cardTitle(): string {
    return `Contact Roles (${this.roles.length})`;
  }

  get isVisible(): boolean {
    return this.deal !== undefined;
  }

  add(): void {
    this.adding = true;
  }

  cancel(): void {
    this.adding = false;
    this.problems = [];
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const controls = [
      ...this.template!.querySelectorAll<HTMLElement & { value: string; reportValidity(): boolean }>('[data-field]'),
    ];
    if (!controls.map((control) => control.reportValidity()).every(Boolean)) return;
    const values = Object.fromEntries(
      controls.map(({ dataset, value }) => [dataset.field ?? '', value === '' ? null : value]),
    );
    try {
      const AccountId = this.deal?.AccountId.value ?? null;
      const contact = await createRecord({ apiName: 'Contact', fields: { ...values, AccountId } });
      const role = { OpportunityId: this.recordId, ContactId: contact.id, IsPrimary: this.roles.length === 0 };
      await createRecord({ apiName: 'OpportunityContactRole', fields: role });
      this.cancel();
      await this.result?.refresh?.();
      this.dispatchEvent(new RefreshEvent());
    } catch (error) {
      this.problems = sentencesOf(error);
    }
  }

  private get deal(): Deal | undefined {
    return this.result?.data?.uiapi.query.Opportunity.edges[0]?.node;
  }
}
