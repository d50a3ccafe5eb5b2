package io.fenlu.ledger.process.drawdown;

/** How far a drawdown has come, named by what it waits for. */
public enum DrawdownStage {
    /** Nobody asked for anything yet. */
    NEW,
    /** The credit line is asked to set limit aside. */
    RESERVING,
    /** The loan is asked to open. */
    OPENING,
    /** The money is on its way; the bank has not said what became of it. */
    PAYING_OUT,
    /** The money arrived; the loan is being told. */
    CONFIRMING,
    /** Interest runs; the credit line is being told that the limit is in use. */
    USING,
    /** The money will never arrive; the loan is being told. */
    CANCELLING,
    /** The loan came to nothing; the credit line is being told to take the limit back. */
    RELEASING,
    /** Nothing is left to do. */
    ENDED
}
