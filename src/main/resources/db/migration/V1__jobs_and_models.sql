-- Runs unchanged on H2 (in PostgreSQL mode) and on PostgreSQL.

create table job (
  seq                bigint generated always as identity primary key,
  id                 varchar(36) not null unique,
  kind               varchar(16) not null,
  model              varchar(64) not null,
  state              varchar(16) not null,
  request            text not null,
  progress           double precision default 0 not null,
  epoch              integer,
  step               bigint,
  training_loss      double precision,
  validation_loss    double precision,
  accuracy           double precision,
  exact_messages     double precision,
  target_reached     boolean,
  symbols_per_second double precision,
  eta_seconds        double precision,
  created_at         timestamp(3) with time zone not null,
  started_at         timestamp(3) with time zone,
  finished_at        timestamp(3) with time zone,
  version            integer,
  error              text,
  -- how often the process died while this job ran
  attempts           integer default 0 not null,
  -- the service's own job, which goes before all others
  own                boolean default false not null,
  -- set when a worker takes the job: who no longer holds it can't write its result
  claim              varchar(36)
);

create index job_by_state on job (state, seq);
create index job_by_model on job (model, state);

-- a point per epoch, as the JSON that GET /jobs/{id}/history shows
create table job_history (
  job_id varchar(36) not null references job (id) on delete cascade,
  epoch  integer not null,
  point  text not null,
  primary key (job_id, epoch)
);

-- what a job was given to work on, too large for its request: UTF-8 in chunks
create table job_data (
  job_id varchar(36) not null references job (id) on delete cascade,
  chunk  integer not null,
  bytes  bytea not null,
  primary key (job_id, chunk)
);

-- a row stays when the last version is deleted, so that no version number is given twice
create table model (
  name           varchar(64) primary key,
  last_version   integer default 0 not null,
  active_version integer
);

create table model_version (
  model      varchar(64) not null references model (name),
  version    integer not null,
  created_at timestamp(3) with time zone not null,
  job_id     varchar(36) not null,
  details    text not null,
  size       bigint not null,
  sha256     varchar(64) not null,
  primary key (model, version)
);

-- a safetensors file in chunks
create table model_weights (
  model   varchar(64) not null,
  version integer not null,
  chunk   integer not null,
  bytes   bytea not null,
  primary key (model, version, chunk),
  foreign key (model, version) references model_version (model, version) on delete cascade
);
