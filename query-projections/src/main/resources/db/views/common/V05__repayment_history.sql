-- One row per repayment, and what it healed.
create table if not exists repayment (
    position             bigint  not null,
    loan_id              uuid    not null,
    repayment_id         uuid    not null,
    paid_on              date    not null,
    currency             char(3) not null,
    amount_minor         bigint  not null,
    credit_minor         bigint  not null,
    principal_left_minor bigint  not null,
    constraint repayment_pk primary key (position)
);
create index if not exists repayment_by_loan on repayment (loan_id, position);

create table if not exists repayment_line (
    position     bigint      not null,
    line_no      integer     not null,
    instalment   integer     not null,
    bucket       varchar(20) not null,
    amount_minor bigint      not null,
    constraint repayment_line_pk primary key (position, line_no)
);
