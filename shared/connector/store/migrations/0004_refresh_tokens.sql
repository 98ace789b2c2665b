-- The Partner Center refresh token, encrypted; the row lock makes its rotation single flight across processes.
create table cosell.refresh_tokens (
  client_id text primary key,
  sealed text,
  updated_at timestamptz not null default now()
);
