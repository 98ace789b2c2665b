-- Which connector process works on which jobs, so that the jobs of a process that died are released at once.
create table cosell.claims (
  batch uuid primary key,
  instance bigint not null,
  queue text not null,
  job_ids uuid[] not null
);
