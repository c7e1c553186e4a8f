-- how often each n-gram occurs in the text that a language was learned from, in chunks;
-- with spaces as symbols and without. They belong to a version of kind language
create table language_ngrams (
  model   varchar(64) not null,
  version integer not null,
  spaces  boolean not null,
  chunk   integer not null,
  bytes   bytea not null,
  primary key (model, version, spaces, chunk),
  foreign key (model, version) references model_version (model, version) on delete cascade
);
