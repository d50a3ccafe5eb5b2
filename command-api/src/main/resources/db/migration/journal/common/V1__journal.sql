-- The journal. Positions are assigned by the one writer: consecutive from 1, in commit order, never reused.
-- Each line's hash covers the line and the hash of the line before it.
create table if not exists ledger_event (
    position       bigint                      not null,
    event_id       varchar(64)                 not null,
    name           varchar(120)                not null,
    revision       integer                     not null,
    aggregate_type varchar(120)                not null,
    aggregate_id   varchar(120)                not null,
    sequence       bigint                      not null,
    recorded_at    timestamp(6) with time zone not null,
    metadata       varchar(100000)             not null,
    payload        varchar(1000000)            not null,
    hash           ${hash}                     not null,
    constraint ledger_event_pk primary key (position),
    constraint ledger_event_once unique (aggregate_id, sequence)
);

-- The latest picture of each aggregate and a hash of it; may be emptied at any time.
create table if not exists ledger_snapshot (
    aggregate_id   varchar(120)                not null,
    aggregate_type varchar(120)                not null,
    sequence       bigint                      not null,
    event_id       varchar(64)                 not null,
    type           varchar(250)                not null,
    revision       varchar(60),
    recorded_at    timestamp(6) with time zone not null,
    metadata       varchar(100000)             not null,
    payload        ${text}                     not null,
    hash           ${hash}                     not null,
    constraint ledger_snapshot_pk primary key (aggregate_id)
);
