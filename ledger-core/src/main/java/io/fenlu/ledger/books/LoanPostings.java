package io.fenlu.ledger.books;

import io.fenlu.ledger.loan.BookedMovement;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanClosed;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanHappening;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What each fact of a loan means in debit and credit: one posting for every day it touches. */
public final class LoanPostings {
    private LoanPostings() {}

    /** The postings of a fact by the day for which they count; none for a fact that moves no money. */
    public static List<Posting> each(LoanEvent event) {
        return switch (event) {
            case LoanDisbursed disbursed -> List.of(disbursed(disbursed));
            case RepaymentReceived received -> List.of(received(received));
            case LoanHappening happening -> happened(happening);
            case HistoryCorrected corrected -> corrected(corrected);
            case LoanRequested _,
                    LoanOpened _,
                    LoanDeclined _,
                    LoanCancelled _,
                    ScheduleRevised _,
                    LoanSettled _,
                    LoanReopened _,
                    LoanClosed _ -> List.of();
        };
    }

    /** Debit the loan, by lender; credit payouts in transit. */
    private static Posting disbursed(LoanDisbursed event) {
        var posting = Posting.on(event.disbursedOn());
        for (var part : event.funding()) {
            posting.debit(LedgerAccount.LOAN_PRINCIPAL, part.amount(), part.lender());
        }
        return posting.credit(LedgerAccount.PAYOUTS_IN_TRANSIT, event.amount(), null)
                .posting();
    }

    /** Recognise what was earned since the last time; then cash against what it healed, by lender, and the credit held. */
    private static Posting received(RepaymentReceived event) {
        var posting = Posting.on(event.paidOn());
        for (var part : event.recognised()) {
            posting.debit(MovementEntries.held(part.bucket()), part.amount(), part.lender());
            posting.credit(MovementEntries.income(part.bucket()), part.amount(), part.lender());
        }
        posting.debit(LedgerAccount.CASH_AT_BANK, event.amount(), null);
        for (var part : event.funding()) {
            posting.credit(MovementEntries.held(part.bucket()), part.amount(), part.lender());
        }
        for (var part : event.owedToFunders()) {
            posting.debit(LedgerAccount.COLLECTED_FOR_FUNDERS, part.amount(), part.lender());
            posting.credit(LedgerAccount.FUNDER_PAYABLE, part.amount(), part.lender());
        }
        return posting.credit(LedgerAccount.BORROWER_CREDIT, event.credit(), null)
                .posting();
    }

    private static List<Posting> happened(LoanHappening event) {
        var movements = event.consequence().movements();
        if (movements.isEmpty()) {
            return List.of();
        }
        var posting = Posting.on(event.businessDate(), event.consequence().bookedOn());
        movements.forEach(movement -> MovementEntries.post(posting, movement));
        return List.of(posting.posting());
    }

    private record Days(LocalDate valuedOn, LocalDate bookedOn) {}

    private static List<Posting> corrected(HistoryCorrected event) {
        var postings = new TreeMap<Days, Posting.Builder>(
                Comparator.comparing(Days::valuedOn).thenComparing(Days::bookedOn));
        for (BookedMovement booked : event.movements()) {
            var days = new Days(booked.valuedOn(), booked.bookedOn());
            var posting = postings.computeIfAbsent(days, day -> Posting.on(day.valuedOn, day.bookedOn));
            MovementEntries.post(posting, booked.movement());
        }
        return postings.values().stream().map(Posting.Builder::posting).toList();
    }
}
