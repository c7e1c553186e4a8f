-- Which replica works on which job: db-scheduler's table, with a row for each job that waits
-- or runs. Such a row is changed and deleted in the transaction that changes its job. It is due
-- at once: the order is the jobs'.
create table scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean not null,
  picked_by            varchar(50),
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- what runs is taken for dead: the versions before this one had one process on a database
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, last_heartbeat, version)
select kind, id, timestamp with time zone '1970-01-01 00:00:00+00:00', state = 'RUNNING',
       case when state = 'RUNNING' then timestamp with time zone '1970-01-01 00:00:00+00:00' end, 1
from job where state in ('QUEUED', 'RUNNING');

-- one row, locked by whoever hands in a job: what is true of the whole queue is decided by
-- one replica after the other
create table job_queue (
  id integer primary key
);

insert into job_queue (id) values (1);

-- grows with every change of a model or its versions, so that other replicas see that there was one
alter table model add column revision bigint default 0 not null;
