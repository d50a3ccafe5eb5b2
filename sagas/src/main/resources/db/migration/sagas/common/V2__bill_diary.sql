-- When each account is billed next, as its facts tell. cut_on is there only when its bill will have something to tell, so that
-- looking for what is due meets no account at rest.
create table if not exists bill_diary (
    account_id      uuid        not null primary key,
    bill_day        smallint    not null,
    due_day         smallint    not null,
    bill_day_rule   varchar(20) not null,
    closing_rule    varchar(20) not null,
    quiet_months    boolean     not null,
    credit_balances boolean     not null,
    grace_days      smallint    not null,
    billed_on       date,
    bill_on         date        not null,
    cut_on          date
);
create index if not exists bill_diary_due on bill_diary (cut_on, account_id);
