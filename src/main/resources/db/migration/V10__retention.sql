-- A checkpoint is written in small transactions, and becomes the job's when its row names it: what
-- else there is of checkpoints is one that is being written, or garbage. The rows are small again
-- in an embedded database, which keeps what a transaction has changed twice until it ends
alter table job_checkpoint rename column epoch to number;
alter table job add column checkpoint integer;
alter table job add column checkpoint_epoch integer;
update job set checkpoint = (select max(number) from job_checkpoint where job_id = job.id)
where state in ('QUEUED', 'RUNNING');
update job set checkpoint_epoch = checkpoint where checkpoint is not null;
-- beyond the epochs, which were the numbers before
create sequence job_checkpoint_number start with 10000000;

-- Ended jobs are found by their ends, the oldest first
create index job_by_end on job (finished_at);

-- When the replicas' common housekeeping is due. A row is locked by whoever deletes jobs, since two
-- at once would delete twice as many as are too many
create table housekeeping (
  name   varchar(32) primary key,
  due_at timestamp(3) with time zone not null
);

insert into housekeeping (name, due_at) values
('ended jobs', timestamp with time zone '1970-01-01 00:00:00+00:00'),
('old versions', timestamp with time zone '1970-01-01 00:00:00+00:00');

-- Requests that may be sent again without making a second job: a SHA-256 of the key and of whoever
-- sent it, and one of the request. The job may be deleted sooner
create table idempotency_key (
  id         varchar(64) primary key,
  request    varchar(64) not null,
  job_id     varchar(36) not null,
  expires_at timestamp(3) with time zone not null
);

create index idempotency_key_by_expiry on idempotency_key (expires_at);
