-- An opportunity tied to a referral. `remembered` is the core's link as JSON (what both sides last agreed on, and more as
-- the core comes to need it); the identifiers are columns of their own because they have to be unique and found.
create table cosell.links (
  crm text not null,
  opportunity_id text not null,
  referral_id text unique,
  engagement_id text,
  remembered jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (crm, opportunity_id)
);

create index links_engagement on cosell.links (engagement_id) where engagement_id is not null;
