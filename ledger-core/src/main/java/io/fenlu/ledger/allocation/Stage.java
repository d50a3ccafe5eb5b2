package io.fenlu.ledger.allocation;

/** How far a debt has come (款项阶段); each may be healed in an order of its own. */
public enum Stage {
    /** 逾期: its due date has passed. */
    OVERDUE,
    /** 到期: due today. */
    DUE,
    /** 未到期: of an instalment still to come. */
    IN_ADVANCE,
    /** 已核销: charged off; what comes in is a recovery. */
    WRITTEN_OFF
}
