-- a version that was imported was trained by no job of this service
alter table model_version alter column job_id drop not null;
