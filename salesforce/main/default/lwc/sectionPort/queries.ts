import { gql } from 'lightning/graphql';

/*
 * Everything that the section reads by GraphQL. `lightning/graphql` supersedes `lightning/uiGraphQLApi`: its wire results bring
 * their own `refresh()`, and `@optional` leaves out what this person or this org does not have (team selling switched off, a
 * hidden field) instead of failing the query. developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-intro.html
 *
 * Each wire lets its variables be `undefined`, and asks nothing, until they are known.
 */

/** `{ id }`: people and newest requests of one opportunity. Polled while a request is pending, so it stays one query. */
export const DEAL_QUERY = gql`
  query cosellDeal($id: ID!) {
    uiapi {
      query {
        Opportunity(where: { Id: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              OpportunityContactRoles(first: 200) @optional {
                edges {
                  node {
                    Id
                    IsPrimary {
                      value
                    }
                    CreatedDate {
                      value
                    }
                    Contact @optional {
                      FirstName @optional {
                        value
                      }
                      LastName @optional {
                        value
                      }
                      Email @optional {
                        value
                      }
                      Phone @optional {
                        value
                      }
                    }
                  }
                }
              }
              OpportunityTeamMembers(first: 200) @optional {
                edges {
                  node {
                    Id
                    CreatedDate {
                      value
                    }
                    User @optional {
                      FirstName @optional {
                        value
                      }
                      LastName @optional {
                        value
                      }
                      Email @optional {
                        value
                      }
                      Phone @optional {
                        value
                      }
                    }
                  }
                }
              }
              Partner_Center_Requests__r(first: 20, orderBy: { CreatedDate: { order: DESC } }) @optional {
                edges {
                  node {
                    Id
                    Name @optional {
                      value
                    }
                    Action__c {
                      value
                    }
                    Status__c @optional {
                      value
                    }
                    Message__c @optional {
                      value
                    }
                    Error_Code__c @optional {
                      value
                    }
                    Reason__c @optional {
                      value
                    }
                    CreatedDate {
                      value
                    }
                    CreatedBy @optional {
                      Name @optional {
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

/** `{ account }`: of an account's contacts, two are enough to know whether there is only one. */
export const ACCOUNT_CONTACTS_QUERY = gql`
  query cosellAccountContacts($account: ID!) {
    uiapi {
      query {
        Contact(where: { AccountId: { eq: $account } }, first: 2) {
          edges {
            node {
              Id
              FirstName @optional {
                value
              }
              LastName @optional {
                value
              }
              Email @optional {
                value
              }
              Phone @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** No variables: what the connector publishes for the section; the newest row, should an org have two. */
export const CONNECTION_QUERY = gql`
  query cosellConnection {
    uiapi {
      query {
        Partner_Center_Connection__c(first: 1, orderBy: { Last_Seen__c: { order: DESC, nulls: LAST } }) {
          edges {
            node {
              Id
              Details__c {
                value
              }
              Last_Seen__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** `{ pattern }` as SOQL's LIKE takes it (`%fabric%`): products by name or id. */
export const SOLUTION_SEARCH_QUERY = gql`
  query cosellSolutionSearch($pattern: String!) {
    uiapi {
      query {
        Partner_Center_Solution__c(
          where: { or: [{ Name: { like: $pattern } }, { Solution_Identifier__c: { like: $pattern } }] }
          first: 20
          orderBy: { Name: { order: ASC } }
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Solution_Identifier__c {
                value
              }
              Type__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** `{ ids }`: names of products that are chosen already. */
export const SOLUTIONS_BY_ID_QUERY = gql`
  query cosellSolutionsById($ids: [String]!) {
    uiapi {
      query {
        Partner_Center_Solution__c(where: { Solution_Identifier__c: { in: $ids } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              Solution_Identifier__c {
                value
              }
              Type__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;
