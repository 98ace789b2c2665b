-- A deal from Partner Center that is to become a record of a CRM: decided once, committed before anything is made there, deleted with the
-- link that it leads to. Another process, or a changed rule, never sends it to a second CRM.
create table cosell.inbound (
  referral_id text primary key,
  crm text not null,
  kind text not null check (kind in ('opportunity', 'lead')),
  noticed_at timestamptz not null default now()
);
