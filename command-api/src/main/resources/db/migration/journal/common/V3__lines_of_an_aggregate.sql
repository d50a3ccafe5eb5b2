-- Where to find the lines of an aggregate. Both tables follow from the journal alone.
-- An aggregate's number is the position of its first line.
create table if not exists aggregate_number (
    aggregate_id varchar(120) not null,
    number       bigint       not null,
    constraint aggregate_number_pk primary key (aggregate_id)
);

-- line = its position; place = number * 2^24 + sequence: the lines of one aggregate stand together, in their order, and none stands twice.
create table if not exists aggregate_line (
    place bigint not null,
    line  bigint not null,
    constraint aggregate_line_pk primary key (place)
);

delete from aggregate_line;
delete from aggregate_number;

insert into aggregate_number (aggregate_id, number)
select aggregate_id, position from ledger_event where sequence = 0;

insert into aggregate_line (place, line)
select first_line.number * 16777216 + line.sequence, line.position
from ledger_event line
join aggregate_number first_line on first_line.aggregate_id = line.aggregate_id;

alter table ledger_event drop constraint if exists ledger_event_once;
