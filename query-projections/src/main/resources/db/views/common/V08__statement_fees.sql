-- Fees are a part of a movement like principal, interest and penalty.
alter table statement_line add column if not exists fee_minor bigint default 0 not null;
alter table statement_line add column if not exists fee_after_minor bigint default 0 not null;
