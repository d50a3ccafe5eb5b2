-- One row per loan, with numbers copied out of its facts.
create table if not exists loan_account (
    loan_id              uuid        not null,
    requested_position   bigint      not null,
    credit_line_id       uuid        not null,
    borrower_id          varchar(64),
    product              varchar(64) not null,
    status               varchar(20) not null,
    currency             char(3)     not null,
    principal_minor      bigint      not null,
    principal_left_minor bigint      not null,
    rate                 varchar(40) not null,
    rate_per             varchar(5)  not null,
    instalments          integer     not null,
    requested_on         date        not null,
    opened_on            date,
    disbursed_on         date,
    last_repaid_on       date,
    ended_on             date,
    end_reason           varchar(1000),
    end_detail           varchar(10000),
    constraint loan_account_pk primary key (loan_id),
    constraint loan_account_order unique (requested_position)
);
create index if not exists loan_account_by_line on loan_account (credit_line_id, requested_position);
create index if not exists loan_account_by_status on loan_account (status, requested_position);
