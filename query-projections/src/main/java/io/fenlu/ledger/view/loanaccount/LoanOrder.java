package io.fenlu.ledger.view.loanaccount;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order loans are listed: by when they were asked for. */
public enum LoanOrder {
    @JsonProperty("oldest-first")
    OLDEST_FIRST,
    @JsonProperty("newest-first")
    NEWEST_FIRST
}
