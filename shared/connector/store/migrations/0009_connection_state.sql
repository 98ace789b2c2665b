-- How the connection to Partner Center stands, as each CRM was last told, and since when: a restart does not begin it anew.
create table cosell.connection_state (
  crm text primary key,
  state text not null,
  since timestamptz not null
);
