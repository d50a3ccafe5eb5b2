-- Accounts whose merchants are paid through this ledger's bank.
create table if not exists paying_account (
    account_id uuid not null primary key
);

-- What is on its way to merchants: which purchase a disbursement pays, and the how manieth attempt it is. Gone when it is paid.
create table if not exists merchant_payout (
    disbursement_id uuid        not null primary key,
    account_id      uuid        not null,
    purchase_id     uuid        not null,
    merchant        varchar(64) not null,
    attempt         integer     not null
);

-- What credit lines have set aside for accounts that share them.
create table if not exists shared_limit (
    account_id     uuid       not null primary key,
    credit_line_id uuid       not null,
    amount_minor   bigint     not null,
    currency       varchar(3) not null
);
