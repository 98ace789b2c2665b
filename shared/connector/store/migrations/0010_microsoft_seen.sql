-- When Microsoft's referral of the engagement had changed last when the CRM was told of it; null: not known, look again. The time of the
-- last save of the link says nothing about that: most syncs do not look at Microsoft's referral.
alter table cosell.links add column microsoft_seen timestamptz;
