package io.fenlu.ledger.funding;

import io.fenlu.ledger.kernel.LenderId;

/** One lender's part of a loan, in parts per million: 300,000 is 30 %. */
public record FundingShare(LenderId lender, int partsPerMillion) {}
