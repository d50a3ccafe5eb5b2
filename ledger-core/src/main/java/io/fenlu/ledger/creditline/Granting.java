package io.fenlu.ledger.creditline;

import static io.fenlu.ledger.kernel.Decision.accept;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineClosed;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineFrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineUnfrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitChanged;
import io.fenlu.ledger.creditline.CreditLineState.Open;
import io.fenlu.ledger.kernel.Decision;
import java.time.LocalDate;

/** Granting a limit, changing it, freezing it, ending it. */
final class Granting {
    private static final int LONGEST_REASON = 200;

    private Granting() {}

    static Decision<CreditLineEvent> open(OpenCreditLine command) {
        if (!command.limit().isPositive()) {
            return refuse(CreditLineRefusal.LIMIT_NOT_POSITIVE);
        }
        return accept(new CreditLineOpened(
                command.creditLineId(), command.borrowerId(), command.limit(), command.openedOn()));
    }

    static Decision<CreditLineEvent> change(Open line, ChangeLimit command) {
        if (command.limit().currency() != line.limit().currency()) {
            return refuse(CreditLineRefusal.LIMIT_CURRENCY_DIFFERS);
        }
        if (command.limit().isNegative()) {
            return refuse(CreditLineRefusal.LIMIT_NOT_POSITIVE);
        }
        if (command.limit().equals(line.limit())) {
            return refuse(CreditLineRefusal.LIMIT_UNCHANGED);
        }
        if (lacksReason(command.reason())) {
            return refuse(CreditLineRefusal.REASON_MISSING);
        }
        if (isTooEarly(line, command.changedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(new LimitChanged(
                line.creditLineId(),
                line.limit(),
                command.limit(),
                line.withLimit(command.limit()).available(),
                command.reason(),
                command.changedOn()));
    }

    static Decision<CreditLineEvent> freeze(Open line, FreezeCreditLine command) {
        if (line.frozen()) {
            return refuse(CreditLineRefusal.CREDIT_LINE_FROZEN, "The credit line is frozen already.");
        }
        if (lacksReason(command.reason())) {
            return refuse(CreditLineRefusal.REASON_MISSING);
        }
        if (isTooEarly(line, command.frozenOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(new CreditLineFrozen(line.creditLineId(), command.reason(), command.frozenOn()));
    }

    static Decision<CreditLineEvent> unfreeze(Open line, UnfreezeCreditLine command) {
        if (!line.frozen()) {
            return refuse(CreditLineRefusal.CREDIT_LINE_NOT_FROZEN);
        }
        if (lacksReason(command.reason())) {
            return refuse(CreditLineRefusal.REASON_MISSING);
        }
        if (isTooEarly(line, command.unfrozenOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(new CreditLineUnfrozen(line.creditLineId(), command.reason(), command.unfrozenOn()));
    }

    static Decision<CreditLineEvent> close(Open line, CloseCreditLine command) {
        if (!line.used().isEmpty() || !line.reserved().isEmpty()) {
            return refuse(
                    CreditLineRefusal.CREDIT_LINE_IN_USE,
                    "In use: " + line.inUse() + ", reserved: " + line.setAside() + "; the line cannot be closed.");
        }
        if (lacksReason(command.reason())) {
            return refuse(CreditLineRefusal.REASON_MISSING);
        }
        if (isTooEarly(line, command.closedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(new CreditLineClosed(line.creditLineId(), command.reason(), command.closedOn()));
    }

    private static boolean lacksReason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON;
    }

    private static boolean isTooEarly(Open line, LocalDate date) {
        return date.isBefore(line.openedOn());
    }
}
