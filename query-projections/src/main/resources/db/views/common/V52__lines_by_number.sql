-- Lines are found by one number, ten thousand times the position of their fact and the number of the line: an embedded database then keeps
-- them in the order in which they come and needs no second tree for their key. Both views are made again from the first fact.
delete from view_position where view_name in ('journal', 'repayment-history');
delete from journal_day;
delete from repayment;

drop table if exists journal_entry;
create table if not exists journal_entry (
    line_id       bigint       not null,
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
    constraint journal_entry_pk primary key (line_id)
);
create index if not exists journal_entry_by_loan on journal_entry (loan_id, position);

drop table if exists repayment_line;
create table if not exists repayment_line (
    line_id      bigint      not null,
    position     bigint      not null,
    line_no      integer     not null,
    instalment   integer     not null,
    bucket       varchar(20) not null,
    amount_minor bigint      not null,
    constraint repayment_line_pk primary key (line_id)
);
