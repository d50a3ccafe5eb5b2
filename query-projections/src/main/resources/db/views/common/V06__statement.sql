-- One line per movement of money on a loan, with what was owed after it.
create table if not exists statement_line (
    position              bigint      not null,
    loan_id               uuid        not null,
    business_date         date        not null,
    movement              varchar(20) not null,
    reference             uuid        not null,
    currency              char(3)     not null,
    amount_minor          bigint      not null,
    principal_minor       bigint      not null,
    interest_minor        bigint      not null,
    penalty_minor         bigint      not null,
    credit_minor          bigint      not null,
    principal_after_minor bigint      not null,
    interest_after_minor  bigint      not null,
    penalty_after_minor   bigint      not null,
    constraint statement_line_pk primary key (position)
);
create index if not exists statement_line_by_loan on statement_line (loan_id, position);
