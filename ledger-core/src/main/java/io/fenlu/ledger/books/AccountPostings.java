package io.fenlu.ledger.books;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountHappening;
import io.fenlu.ledger.account.AccountMovement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What each fact of a pay-later account means in debit and credit: one posting for every day it touches. */
public final class AccountPostings {
    private AccountPostings() {}

    /** The postings of a fact by the day for which they count; none for a fact that moves no money. */
    public static List<Posting> each(AccountEvent event) {
        return switch (event) {
            case BillIssued issued -> one(issued.movements(), issued.businessDate(), issued.businessDate());
            case AccountHappening happening ->
                one(
                        happening.consequence().movements(),
                        happening.businessDate(),
                        happening.consequence().bookedOn());
            case AccountCorrected corrected -> corrected(corrected);
            case AccountOpened _, AccountClosed _ -> List.of();
        };
    }

    private static List<Posting> one(List<AccountMovement> movements, LocalDate on, LocalDate bookedOn) {
        if (movements.isEmpty()) {
            return List.of();
        }
        var posting = Posting.on(on, bookedOn);
        movements.forEach(movement -> AccountEntries.post(posting, movement));
        return List.of(posting.posting());
    }

    private record Days(LocalDate valuedOn, LocalDate bookedOn) {}

    private static List<Posting> corrected(AccountCorrected event) {
        var postings = new TreeMap<Days, Posting.Builder>(
                Comparator.comparing(Days::valuedOn).thenComparing(Days::bookedOn));
        for (var booked : event.movements()) {
            var days = new Days(booked.valuedOn(), booked.bookedOn());
            var posting = postings.computeIfAbsent(days, day -> Posting.on(day.valuedOn, day.bookedOn));
            AccountEntries.post(posting, booked.movement());
        }
        return postings.values().stream().map(Posting.Builder::posting).toList();
    }
}
