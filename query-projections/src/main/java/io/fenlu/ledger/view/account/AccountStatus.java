package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has become of an account. */
public enum AccountStatus {
    /** It is in use. */
    @JsonProperty("open")
    OPEN,
    /** It takes no more purchases and is to end. */
    @JsonProperty("closing")
    CLOSING,
    /** What was owed was written off. */
    @JsonProperty("written-off")
    WRITTEN_OFF,
    /** It was put away. */
    @JsonProperty("closed")
    CLOSED
}
