-- What each fact moved on a credit line: a limit or a status that holds from then on, amounts reserved and used by their difference.
create table if not exists credit_line_movement (
    position       bigint      not null,
    credit_line_id uuid        not null,
    business_date  date        not null,
    movement       varchar(60) not null,
    borrower_id    varchar(64),
    loan_id        uuid,
    currency       char(3),
    limit_minor    bigint,
    status         varchar(20),
    reserved_minor bigint      not null,
    used_minor     bigint      not null,
    constraint credit_line_movement_pk primary key (position)
);
create index if not exists credit_line_movement_by_line on credit_line_movement (credit_line_id, position);
