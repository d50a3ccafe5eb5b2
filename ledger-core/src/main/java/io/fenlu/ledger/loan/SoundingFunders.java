package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanEntry.Remittance;
import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Objections to paying a funder: only one of several is owed anything, and no more than came in for it. */
final class SoundingFunders {
    private SoundingFunders() {}

    static @Nullable Objection remittance(Desk desk, Remittance remittance) {
        if (Sounding.isNoReference(remittance.bankReference())) {
            return Objection.to(LoanRefusal.SOURCE_MALFORMED);
        }
        var agreement = desk.loan.agreement();
        var funds = agreement.funding().shares().stream()
                .anyMatch(share -> share.lender().equals(remittance.funder()));
        if (!agreement.owesFunders() || !funds) {
            return Objection.to(LoanRefusal.FUNDER_NOT_OWED);
        }
        var owed = owed(agreement, desk.book().position(), remittance.funder())
                .min(owed(agreement, desk.before(), remittance.funder()))
                .minus(paid(desk.book(), remittance));
        return remittance.amount().isMoreThan(owed)
                ? new Objection(LoanRefusal.REMITTANCE_EXCEEDS_PAYABLE, owed + " is owed to the funder.")
                : null;
    }

    /** A funder's part of all that came in. */
    private static Money owed(LoanAgreement agreement, LoanPosition position, LenderId funder) {
        var owed = agreement.principal().zero();
        for (var bucket : Bucket.values()) {
            for (var part : agreement
                    .funding()
                    .split(bucket, position.totals().collected().of(bucket))) {
                if (part.lender().equals(funder)) {
                    owed = owed.plus(part.amount());
                }
            }
        }
        return owed;
    }

    /** What the funder was paid before, on whatever day. */
    private static Money paid(LoanBook book, Remittance remittance) {
        var paid = remittance.amount().zero();
        for (var earlier : book.outgoing(Remittance.class)) {
            if (earlier.funder().equals(remittance.funder()) && !book.isReversed(earlier.id())) {
                paid = paid.plus(earlier.amount());
            }
        }
        return paid;
    }
}
