-- Every fact as it was stored.
create table if not exists history (
    position       bigint                      not null,
    event_id       varchar(64)                 not null,
    name           varchar(120)                not null,
    revision       integer                     not null,
    aggregate_type varchar(120),
    aggregate_id   uuid                        not null,
    sequence       bigint                      not null,
    recorded_at    timestamp(6) with time zone not null,
    business_date  date                        not null,
    payload        varchar(1000000)            not null,
    metadata       varchar(100000)             not null,
    constraint history_pk primary key (position)
);
create index if not exists history_by_aggregate on history (aggregate_id, position);
