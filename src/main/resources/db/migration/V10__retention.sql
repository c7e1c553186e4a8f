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
