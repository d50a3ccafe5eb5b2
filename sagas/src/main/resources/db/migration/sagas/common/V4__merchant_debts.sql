-- What merchants owe for refunds, as far as the facts about it were heard: whose sales are set off. How much, the merchant's facts decide.
create table if not exists merchant_debt (
    merchant_id uuid   not null primary key,
    sequence_no bigint not null,
    owed_minor  bigint not null
);
