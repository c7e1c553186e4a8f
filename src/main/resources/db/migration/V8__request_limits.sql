-- How much of a limit a key or an address has left: a table of bucket4j, used where replicas share
-- this database
create table request_limit (
  id         varchar(300) not null primary key,
  state      bytea,
  expires_at bigint
);

create index request_limit_by_expiry on request_limit (expires_at);
