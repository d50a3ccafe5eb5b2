-- A view may be read by several hands at once, each for its own share of the loans; each share has a position of its own.
-- What a view as a whole has read is the least of them.
alter table view_position add column if not exists segment integer default 0 not null;
alter table view_position drop constraint if exists view_position_pk;
alter table view_position add constraint view_position_pk primary key (view_name, segment);
