-- Which change set the limit that is in force, so that one learned late does not undo it; none since the opening.
alter table shared_limit add column if not exists set_on date;
alter table shared_limit add column if not exists set_by uuid;
