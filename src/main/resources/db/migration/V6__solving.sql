-- a job that solves a ciphertext works on no model, and what came of it is the job's own
alter table job alter column model drop not null;
alter table job add column result text;
