-- An opportunity tied to a referral, and what both sides last agreed on.
create table cosell.links (
  crm text not null,
  opportunity_id text not null,
  direction text not null check (direction in ('outbound', 'inbound')),
  referral_id text unique,
  engagement_id text,
  microsoft_referral_id text,
  sharing text not null check (sharing in ('private', 'partner-led', 'co-sell')),
  base jsonb,
  last_success_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (crm, opportunity_id)
);

create index links_engagement on cosell.links (engagement_id) where engagement_id is not null;
