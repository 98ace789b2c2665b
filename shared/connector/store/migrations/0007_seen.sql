-- The versions of both sides that the last sync found in agreement and left as they were; null: not known, look again.
-- A sweep compares them with a list of both sides, and so costs calls only for what differs.
alter table cosell.links add column referral_seen timestamptz, add column crm_seen text;

-- How far Partner Center's own list of changes has been read.
alter table cosell.cursors drop constraint cursors_source_check;
alter table cosell.cursors add constraint cursors_source_check check (source in ('watch', 'catch-up', 'sweep'));
