-- Which replica works on which job: db-scheduler's tables, one for each kind of job, with a row
-- for each job that waits or runs. It is named after the claim that the job is worked on with.
-- What the table before them held is made anew at the start, from the jobs
create table scheduled_train (
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

create index scheduled_train_by_heartbeat on scheduled_train (last_heartbeat);

create table scheduled_solve (
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

create index scheduled_solve_by_heartbeat on scheduled_solve (last_heartbeat);

drop table scheduled_tasks;

-- a job has its claim from when it goes into the queue
update job set claim = id where state = 'QUEUED';

create index job_by_claim on job (claim);
