-- Where the readers of this set of views have got to, kept beside the views themselves: who drops the views drops this too,
-- and they are read anew from the first fact.
create table if not exists reader_token (
    processor  varchar(255) not null,
    segment    integer      not null,
    token      varbinary(10000),
    token_type varchar(255),
    claimed_at varchar(255),
    owner      varchar(255),
    constraint reader_token_pk primary key (processor, segment)
);
