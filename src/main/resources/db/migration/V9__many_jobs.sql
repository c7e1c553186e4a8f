-- The jobs of a model and of a state are read in the order of an index, newest first, so that a page
-- takes no longer with more jobs
create index job_by_model_and_state on job (model, state, seq);
create index job_by_model_in_order on job (model, seq);
drop index job_by_model;

-- How many jobs have ended, by model (empty for jobs without one) and state: counting them would take
-- longer with each. Changed in the transaction in which a job ends; an ended job stays as it is
create table ended_jobs (
  state varchar(16) not null,
  model varchar(64) not null,
  total bigint not null,
  primary key (state, model)
);

insert into ended_jobs (state, model, total)
select state, coalesce(model, ''), count(*) from job where state not in ('QUEUED', 'RUNNING')
group by state, coalesce(model, '');
