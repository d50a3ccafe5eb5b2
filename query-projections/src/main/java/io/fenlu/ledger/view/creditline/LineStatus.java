package io.fenlu.ledger.view.creditline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a credit line lives. */
public enum LineStatus {
    /** Draws are allowed as far as the limit goes. */
    @JsonProperty("open")
    OPEN,
    /** No draws for the time being. */
    @JsonProperty("frozen")
    FROZEN,
    /** It ended. */
    @JsonProperty("closed")
    CLOSED
}
