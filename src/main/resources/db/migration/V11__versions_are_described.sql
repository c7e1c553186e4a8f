-- people's words about a version: free text, and a JSON array of strings
alter table model_version add column description text;
alter table model_version add column tags text;

-- further names of versions; a version that has one can't be deleted
create table model_alias (
  model   varchar(64) not null,
  alias   varchar(32) not null,
  version integer not null,
  primary key (model, alias),
  foreign key (model, version) references model_version (model, version)
);

-- each time a version became its model's active one. It stays when the version is deleted, and goes
-- with the model
create table model_activation (
  seq          bigint generated always as identity primary key,
  model        varchar(64) not null references model (name),
  version      integer not null,
  activated_at timestamp(3) with time zone not null,
  cause        varchar(16) not null,
  -- the name of a key or the subject of a token, where one was asked for
  done_by      text,
  job_id       varchar(36)
);

create index model_activation_in_order on model_activation (model, seq);
