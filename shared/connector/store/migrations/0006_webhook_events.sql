-- Microsoft's referral of an engagement leads to the opportunity, too: its webhook events name it and nothing else.
create index links_microsoft_referral on cosell.links ((remembered ->> 'microsoftReferralId'))
  where remembered ->> 'microsoftReferralId' is not null;

-- Webhook events taken in during the freshness window, by a hash of name, resource and time: what comes again changes nothing.
create table cosell.webhook_events (
  key bytea primary key,
  received_at timestamptz not null default now()
);

create index webhook_events_age on cosell.webhook_events (received_at);

-- What was registered in Partner Center before ours took its place, to be put back by `cosell webhook restore`.
-- `registration` is null when there was none.
create table cosell.former_webhook_registrations (
  tenant text primary key,
  registration jsonb,
  replaced_at timestamptz not null default now()
);
