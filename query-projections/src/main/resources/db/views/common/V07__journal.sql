-- Every posting line. Debits equal credits within each position.
create table if not exists journal_entry (
    position      bigint       not null,
    line_no       integer      not null,
    business_date date         not null,
    account       char(4)      not null,
    side          varchar(6)   not null,
    amount_minor  bigint       not null,
    currency      char(3)      not null,
    lender        varchar(64),
    event_name    varchar(120) not null,
    aggregate_id  uuid         not null,
    loan_id       uuid,
    constraint journal_entry_pk primary key (position, line_no)
);
create index if not exists journal_entry_by_loan on journal_entry (loan_id, position);

-- The sums of each business day, so that a trial balance need not visit every line ever written.
create table if not exists journal_day (
    business_date date    not null,
    currency      char(3) not null,
    account       char(4) not null,
    debits_minor  bigint  not null,
    credits_minor bigint  not null,
    constraint journal_day_pk primary key (business_date, currency, account)
);
