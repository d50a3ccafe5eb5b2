-- Up to which position of the journal each view has read; moved in the transaction that writes the view's rows.
create table if not exists view_position (
    view_name varchar(60) not null,
    position  bigint      not null,
    constraint view_position_pk primary key (view_name)
);
