-- what a running job would go on from after a crash: the state of its work at the end of
-- an epoch, in chunks. While a newer one is written, the older one stays
create table job_checkpoint (
  job_id varchar(36) not null references job (id) on delete cascade,
  epoch  integer not null,
  chunk  integer not null,
  bytes  bytea not null,
  primary key (job_id, epoch, chunk)
);
