-- Written before a POST that makes a referral, deleted with the link that its answer leads to.
-- One that is still here after a crash means: look for the referral before you POST again.
create table cosell.intents (
  crm text not null,
  opportunity_id text not null,
  kind text not null check (kind in ('create-own', 'create-microsoft')),
  started_at timestamptz not null,
  primary key (crm, opportunity_id, kind)
);
