-- Complete subtrees of the Merkle tree over the journal's hashes, each 256 times as wide as the one below: level 8 covers 256 lines,
-- level 16 covers 65,536. They can be computed again from the lines.
create table if not exists merkle_node (
    level      integer not null,
    node_index bigint  not null,
    hash       ${hash} not null,
    constraint merkle_node_pk primary key (level, node_index)
);

-- What was signed: the note as others were given it. The same notes stand in a file beside the key.
create table if not exists checkpoint (
    size      bigint                      not null,
    note      varchar(2000)               not null,
    signed_at timestamp(6) with time zone not null,
    constraint checkpoint_pk primary key (size)
);
