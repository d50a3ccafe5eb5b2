-- One row per pay-later account, with numbers copied out of its facts. Its status follows from the days on which it changed.
create table if not exists account (
    account_id        uuid        not null,
    opened_position   bigint      not null,
    borrower_id       varchar(64) not null,
    product           varchar(64) not null,
    brand             varchar(64) not null,
    lender_of_record  varchar(64) not null,
    currency          char(3)     not null,
    limit_minor       bigint      not null,
    billed_minor      bigint      not null,
    unbilled_minor    bigint      not null,
    undue_minor       bigint      not null,
    minimum_due_minor bigint      not null,
    credit_minor      bigint      not null,
    claim_minor       bigint,
    last_bill         integer,
    last_billed_on    date,
    opened_on         date        not null,
    closing_on        date,
    written_off_on    date,
    closed_on         date,
    constraint account_pk primary key (account_id),
    constraint account_order unique (opened_position)
);
create index if not exists account_by_borrower on account (borrower_id, opened_position);
create index if not exists account_by_brand on account (brand, opened_position);
