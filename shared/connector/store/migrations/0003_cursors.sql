-- How far each source has been read: `watch` is the position in the CRM's event stream, `catch-up` the cursor of the query under it.
create table cosell.cursors (
  crm text not null,
  source text not null check (source in ('watch', 'catch-up')),
  position text not null,
  updated_at timestamptz not null default now(),
  primary key (crm, source)
);
